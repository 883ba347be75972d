import type { Construct } from "constructs";
import {
  ALL_METHODS,
  CACHE_POLICIES,
  Distribution,
  LoadBalancerOrigin,
  ORIGIN_REQUEST_POLICIES,
  RESPONSE_HEADERS_POLICIES,
  S3BucketOrigin,
  spaFallback,
  suppressFindings,
} from "../modules";
import { BaseStack, stateOf } from "./base-stack";
import { commonProps, lockHeaders } from "./distribution-settings";
import { defineFrontend } from "./frontend";
import { httpOnlyChoice } from "./http-only-choice";
import type { Settings } from "./settings";
import type { SpaAlbSettings } from "./settings/load-balancer";

/** Reference architecture: a single-page app on S3 and an existing load balancer, one domain. */
export class SpaAlbStack extends BaseStack {
  constructor(scope: Construct, id: string, settings: Settings, alb: SpaAlbSettings) {
    super(scope, id, settings, { state: stateOf(id, settings) });
    const name = `${settings.project}-${settings.environment}-${id}`;

    const { frontend, site } = defineFrontend(this, {
      name,
      folder: settings.siteFolder,
    });

    const { distribution } = new Distribution(this, "distribution", {
      ...commonProps(settings, settings.domains["spa-alb"]),
      name,
      comment: alb.name,
      tags: { Name: alb.name },
      origins: {
        s3: new S3BucketOrigin(frontend),
        "backend-alb": new LoadBalancerOrigin({
          loadBalancer: alb.loadBalancer,
          protocol: alb.protocol,
          customHeaders: lockHeaders(this, name, settings),
        }),
      },
      defaultBehavior: {
        targetOriginId: "s3",
        cachePolicyId: CACHE_POLICIES.CachingOptimized,
        responseHeadersPolicyId: RESPONSE_HEADERS_POLICIES.SecurityHeadersPolicy,
        compress: true,
        viewerRequest: [spaFallback()],
      },
      routes: [
        {
          pathPattern: "/api/*",
          targetOriginId: "backend-alb",
          allowedMethods: ALL_METHODS,
          cachePolicyId: CACHE_POLICIES.CachingDisabled,
          originRequestPolicyId: ORIGIN_REQUEST_POLICIES.AllViewerExceptHostHeader,
        },
      ],
    });
    if (settings.invalidation === "terraform-action") site.invalidate(distribution.id);
    suppressFindings(distribution, httpOnlyChoice(alb.protocol, "backend-alb", "ALB_PROTOCOL"));

    this.output("frontend_url", distribution.domainName, "Domain of the app and its API");
    this.output("distribution_id", distribution.id, "Id of the distribution");
    this.output("bucket_name", frontend.bucket.id, "Name of the bucket with the app's files");
  }
}
