import type { Construct } from "constructs";
import {
  ALL_METHODS,
  CACHE_POLICIES,
  Distribution,
  HostOrigin,
  ORIGIN_REQUEST_POLICIES,
  PrivateBucket,
  S3BucketOrigin,
  SiteFiles,
  spaFallback,
} from "../../modules";
import { BaseStack, stateOf } from "../../stacks/base-stack";
import type { Settings } from "../../stacks/settings";

export class ShopStack extends BaseStack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, settings, { state: stateOf(id, settings) });
    const site = new PrivateBucket(this, "site_bucket", { forceDestroy: true });
    new SiteFiles(this, "site", { folder: settings.siteFolder, bucket: site.bucket });

    const { distribution } = new Distribution(this, "distribution", {
      name: `${settings.project}-${settings.environment}-${id}`,
      origins: {
        site: new S3BucketOrigin(site),
        api: new HostOrigin({ domainName: "api.example.com" }),
      },
      defaultBehavior: {
        targetOriginId: "site",
        cachePolicyId: CACHE_POLICIES.CachingOptimized,
        compress: true,
        viewerRequest: [spaFallback()],
      },
      routes: [
        {
          pathPattern: "/api/*",
          targetOriginId: "api",
          allowedMethods: ALL_METHODS,
          originRequestPolicyId: ORIGIN_REQUEST_POLICIES.AllViewerExceptHostHeader,
        },
      ],
    });
    this.output("url", distribution.domainName, "Domain of the shop");
  }
}
