import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import type { Construct } from "constructs";
import {
  ApiDomain,
  CACHE_POLICIES,
  Distribution,
  HostOrigin,
  LambdaHandler,
  RESPONSE_HEADERS_POLICIES,
  RestApi,
  RestApiOrigin,
  S3BucketOrigin,
  spaFallback,
  suppressFindings,
} from "../modules";
import { bundleSite } from "../modules/private/bundle-site";
import { BaseStack, stateOf } from "./base-stack";
import { commonProps, lockHeaders } from "./distribution-settings";
import { defineFrontend } from "./frontend";
import { apiRoute, apiRoutes, echoEnvironment, pageConfig } from "./reverse-proxy-parts";
import type { Settings } from "./settings";
import type { ReverseProxySettings } from "./settings/reverse-proxy";

const STAGE = "prod";
const BASE_PATH = "default";

/**
 * Reference architecture: a single-page app, and one REST API on two paths of the same distribution,
 * by its own domain and by a custom domain, to measure what CORS costs.
 */
export class ReverseProxyStack extends BaseStack {
  constructor(scope: Construct, id: string, settings: Settings, proxy: ReverseProxySettings) {
    super(scope, id, settings, { state: stateOf(id, settings) });
    const name = `${settings.project}-${settings.environment}-${id}`;

    const { frontend, site } = defineFrontend(this, {
      name,
      folder: bundleSite("assets/reverse-proxy"),
    });

    const customHeaders = lockHeaders(this, name, settings);
    const echo = new LambdaHandler(this, "echo", {
      functionName: `${name}-echo`,
      folder: "assets/handlers/echo",
      environment: echoEnvironment(proxy, customHeaders),
    });
    const authorizer = new LambdaHandler(this, "token_authorizer", {
      functionName: `${name}-authorizer`,
      folder: "assets/handlers/token-authorizer",
    });
    const api = new RestApi(this, "Api", {
      name,
      stageName: STAGE,
      cors: proxy.cors,
      routes: apiRoutes(proxy, echo.function, authorizer.function),
    });
    const { apiDomain } = proxy;
    const domain =
      apiDomain === undefined
        ? undefined
        : new ApiDomain(this, "api_domain", {
            domainName: apiDomain.name,
            hostedZone: apiDomain.hostedZone,
            endpointType: apiDomain.endpointType,
            basePath: BASE_PATH,
            api,
          });

    const { distribution } = new Distribution(this, "distribution", {
      ...commonProps(settings, settings.domains["reverse-proxy"]),
      name,
      origins: {
        s3: new S3BucketOrigin(frontend),
        "cf-apigw": new RestApiOrigin({
          stage: api.stage,
          stageName: STAGE,
          stageAsOriginPath: true,
          customHeaders,
        }),
        ...(domain === undefined
          ? {}
          : {
              "cf-cust-domain": new HostOrigin({
                domainName: domain.domain.domainName,
                originPath: `/${BASE_PATH}`,
                customHeaders,
              }),
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
        apiRoute("cf-apigw", proxy),
        ...(domain === undefined ? [] : [apiRoute("cf-cust-domain", proxy)]),
      ],
    });

    if (settings.invalidation === "terraform-action") site.invalidate(distribution.id);
    suppressFindings(distribution, [
      {
        id: "no-iam-route-behind-distribution",
        part: 'origin "cf-apigw"',
        reason:
          "the page signs for the API's own host and stage, as the README tells clients to do",
      },
    ]);

    const customDomainEndpoint =
      apiDomain === undefined ? undefined : `https://${apiDomain.name}/${BASE_PATH}`;
    new S3Object(this, "page_config", {
      bucket: frontend.bucket.id,
      key: "config.json",
      contentType: "application/json; charset=utf-8",
      cacheControl: "no-cache",
      content: pageConfig({
        proxy,
        customDomainEndpoint,
        region: settings.region,
        apiEndpoint: api.stage.invokeUrl,
        cloudfrontDomain: distribution.domainName,
        stageName: STAGE,
        basePath: BASE_PATH,
      }),
    });

    this.output("cloudfront_endpoint", distribution.domainName, "Domain of the app and its API");
    this.output("api_endpoint", api.stage.invokeUrl, "URL of the API without CloudFront");
    if (customDomainEndpoint !== undefined) {
      this.output("custom_domain_endpoint", customDomainEndpoint, "URL of the API's own domain");
    }
    this.output("distribution_id", distribution.id, "Id of the distribution");
    this.output("bucket_name", frontend.bucket.id, "Name of the bucket with the app's files");
  }
}
