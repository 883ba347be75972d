import type { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { TerraformStack } from "cdktf";

/** A file of a site, and what was made of it. */
export interface UploadedFile {
  /** The object's key, such as `index.html`. */
  readonly key: string;
  readonly object: S3Object;
}

const ACTION = "aws_cloudfront_create_invalidation";

/**
 * Lets Terraform drop CloudFront's copies of a file after the file has changed, through the provider's
 * own action. Actions need Terraform 1.14 (1.14.0 runs them too early) and version 6.15 of the
 * provider, so the stack asks for both; OpenTofu has none.
 *
 * @param distributionId the distribution's id, a token
 * @see https://developer.hashicorp.com/terraform/language/invoke-actions
 */
export function invalidateOnChange(files: readonly UploadedFile[], distributionId: string): void {
  const [first] = files;
  if (first === undefined) return;
  // CDKTF 0.21 knows no actions.
  const stack = TerraformStack.of(first.object);
  stack.addOverride("terraform.required_version", ">= 1.14.1");
  stack.addOverride("terraform.required_providers.aws.version", ">= 6.15.0, < 7.0.0");
  for (const { key, object } of files) {
    const name = object.friendlyUniqueId;
    stack.addOverride(`action.${ACTION}.${name}`, {
      config: { distribution_id: distributionId, paths: pathsOf(key) },
    });
    object.addOverride("lifecycle.action_trigger", [
      { events: ["after_update"], actions: [`action.${ACTION}.${name}`] },
    ]);
  }
}

/** The paths under which viewers know an object; the page of the app is also the root. */
function pathsOf(key: string): string[] {
  const path = `/${encodeURI(key)}`;
  return key === "index.html" ? ["/", path] : [path];
}
