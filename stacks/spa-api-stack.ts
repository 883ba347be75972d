import type { Construct } from "constructs";
import {
  ALL_METHODS,
  type BucketAccess,
  Distribution,
  LambdaHandler,
  ORIGIN_REQUEST_POLICIES,
  RESPONSE_HEADERS_POLICIES,
  RestApi,
  RestApiOrigin,
  S3BucketOrigin,
  spaFallback,
  suppressFindings,
} from "../modules";
import { BaseStack, stateOf } from "./base-stack";
import { commonProps, lockHeaders } from "./distribution-settings";
import { defineFrontend } from "./frontend";
import type { Settings } from "./settings";

/** Nothing of the API is cached; query strings and cookies reach it. */
function forwarding(headers: Settings["apiHeaders"]) {
  return headers === "all"
    ? { originRequestPolicyId: ORIGIN_REQUEST_POLICIES.AllViewerExceptHostHeader }
    : {
        minTtl: 0,
        defaultTtl: 0,
        maxTtl: 0,
        forwardedValues: { queryString: true, cookies: "all" } as const,
      };
}

/** What the stack adds to the plain architecture. Each can be switched off. */
export interface SpaApiAdditions {
  /** How CloudFront proves to the bucket who it is. @default "control" */
  readonly originAccess?: BucketAccess;
  /** Whether deep links load the single-page app. @default true */
  readonly spaFallback?: boolean;
  /** Whether pages carry security headers (managed policy SecurityHeadersPolicy). @default true */
  readonly securityHeaders?: boolean;
  /** Whether viewers may come over IPv6. @default true */
  readonly ipv6?: boolean;
  /** Whether viewers may speak HTTP/3 besides HTTP/2. @default true */
  readonly http3?: boolean;
  /**
   * Whether files are kept as their headers say, a day without any. Terraform sends 0 for a TTL that
   * is left out, which keeps nothing. @default true
   */
  readonly siteCaching?: boolean;
  /** Whether resources are tagged. @default true */
  readonly tags?: boolean;
}

/** Reference architecture: a single-page app on S3 and an API Gateway REST API, one domain. */
export class SpaApiStack extends BaseStack {
  constructor(scope: Construct, id: string, settings: Settings, additions: SpaApiAdditions = {}) {
    super(scope, id, settings, { state: stateOf(id, settings), tags: additions.tags });
    const name = `${settings.project}-${settings.environment}-${id}`;

    const { frontend, site } = defineFrontend(this, {
      name,
      folder: settings.siteFolder,
      bucketName: settings.frontendBucket,
    });

    const api = new LambdaHandler(this, "api", {
      functionName: `${name}-api`,
      folder: settings.apiHandler,
    });
    const { stage } = new RestApi(this, "Api", {
      name,
      stageName: settings.apiStage,
      routes: ["/", "/{proxy+}"].map((path) => ({ path, handler: api.function })),
    });

    const { distribution } = new Distribution(this, "distribution", {
      ...commonProps(settings, settings.domains["spa-api"]),
      name,
      origins: {
        s3: new S3BucketOrigin(frontend, { access: additions.originAccess }),
        apigw: new RestApiOrigin({
          stage,
          stageName: settings.apiStage,
          customHeaders: lockHeaders(this, name, settings),
        }),
      },
      httpVersion: additions.http3 === false ? undefined : "http2and3",
      ipv6: additions.ipv6 === false ? undefined : true,
      defaultBehavior: {
        targetOriginId: "s3",
        allowedMethods: ALL_METHODS,
        forwardedValues: { queryString: false, cookies: "none" },
        ...(additions.siteCaching === false
          ? {}
          : { minTtl: 0, defaultTtl: 86_400, maxTtl: 31_536_000 }),
        viewerRequest: additions.spaFallback === false ? undefined : [spaFallback()],
        responseHeadersPolicyId:
          additions.securityHeaders === false
            ? undefined
            : RESPONSE_HEADERS_POLICIES.SecurityHeadersPolicy,
      },
      routes: [
        {
          pathPattern: settings.apiPattern,
          targetOriginId: "apigw",
          allowedMethods: ALL_METHODS,
          ...forwarding(settings.apiHeaders),
        },
      ],
    });

    if (settings.invalidation === "terraform-action") site.invalidate(distribution.id);
    suppressFindings(distribution, [
      {
        id: "no-writes-to-bucket",
        part: "default behavior",
        reason: "the architecture has all methods here; the bucket's policy grants reading alone",
      },
    ]);

    this.output("frontend_url", distribution.domainName, "Domain of the app and its API");
    this.output("distribution_id", distribution.id, "Id of the distribution");
    this.output("bucket_name", frontend.bucket.id, "Name of the bucket with the app's files");
    this.output("api_invoke_url", stage.invokeUrl, "URL of the API without CloudFront");
  }
}
