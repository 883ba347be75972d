// The part that every stack with a single-page app has.
import type { Construct } from "constructs";
import { PrivateBucket, SiteFiles } from "../modules";

/** Where an app comes from, and the name of its bucket. */
export interface FrontendProps {
  /** Start of the stack's names; the bucket's begins with it unless it has a name of its own. */
  readonly name: string;
  /** Folder of the built app. */
  readonly folder: string;
  /** @default - made up by Terraform */
  readonly bucketName?: string | undefined;
}

/** The bucket of an app, and its files in it. */
export function defineFrontend(scope: Construct, { name, folder, bucketName }: FrontendProps) {
  const frontend = new PrivateBucket(scope, "frontend_bucket", {
    bucketName,
    bucketPrefix: `${name.slice(0, 36)}-`,
    // The site is built from source; its bucket must not stand in the way of a destroy.
    forceDestroy: true,
  });
  return { frontend, site: new SiteFiles(scope, "site", { folder, bucket: frontend.bucket }) };
}
