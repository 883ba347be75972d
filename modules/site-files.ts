import { resolve } from "node:path";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3Object, type S3ObjectConfig } from "@cdktf/provider-aws/lib/s3-object";
import { AssetType, TerraformAsset } from "cdktf";
import { Construct } from "constructs";
import { listSite } from "./private/list-files";
import { cacheControl, contentType, fileId, isHashed } from "./private/site-file";
import { literal } from "./private/terraform-text";
import { invalidateOnChange, type UploadedFile } from "./site-invalidation";

/** Properties for {@link SiteFiles}. */
export interface SiteFilesProps {
  /** Folder of the built single-page app, relative to the project; it has an `index.html`. */
  readonly folder: string;

  /** Where the files go. */
  readonly bucket: S3Bucket;
}

/**
 * The files of a single-page app, one `aws_s3_object` each, so that changing one changes one.
 *
 * `index.html` goes after the new files and before the old ones are deleted: it never names a file
 * that is not there. Sources are copied beside the synthesized stack and named relative to it, so
 * the stack also runs elsewhere.
 */
export class SiteFiles extends Construct {
  private readonly files: UploadedFile[] = [];

  constructor(scope: Construct, id: string, { folder, bucket }: SiteFilesProps) {
    super(scope, id);
    const keys = listSite(folder);
    const others = keys
      .filter((key) => key !== "index.html")
      .map((key) => this.upload(folder, key, bucket));
    this.upload(folder, "index.html", bucket, {
      ...(others.length === 0 ? {} : { dependsOn: others }),
      // Terraform passes it on to the files above. Otherwise it deletes those that the new build does
      // not have before it uploads the page that no longer names them.
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /**
   * Lets Terraform drop a distribution's copies of each file that changes under its name.
   * Files with a hash in their name never do.
   */
  invalidate(distributionId: string): void {
    invalidateOnChange(
      this.files.filter(({ key }) => !isHashed(key)),
      distributionId,
    );
  }

  private upload(
    folder: string,
    key: string,
    bucket: S3Bucket,
    after: Pick<S3ObjectConfig, "dependsOn" | "lifecycle"> = {},
  ): S3Object {
    const file = new Construct(this, fileId(key));
    const asset = new TerraformAsset(file, "Asset", {
      path: resolve(folder, key),
      type: AssetType.FILE,
    });
    const object = new S3Object(file, "Resource", {
      bucket: bucket.id,
      key: literal(key),
      source: literal(asset.path),
      sourceHash: asset.assetHash,
      contentType: contentType(key),
      cacheControl: cacheControl(key),
      ...after,
    });
    this.files.push({ key, object });
    return object;
  }
}
