// One distribution as the edge runs it: every default filled in, every reference resolved.
import type { HeaderList } from "./messages";

/**
 * A distribution with what its behaviors point at.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html
 */
export interface EdgeModel {
  /** Terraform address, such as `aws_cloudfront_distribution.distribution`. */
  readonly address: string;
  /** The distribution's id, such as `E1EXAMPLE`. */
  readonly id: string;
  /** Such as `d111111abcdef8.cloudfront.net`. */
  readonly domainName: string;
  /** Alternate domain names; one may start with `*.`. */
  readonly aliases: readonly string[];
  /** Without a leading slash unless the stack has one; `""` when the stack sets none. */
  readonly defaultRootObject: string;
  readonly geoRestriction: GeoRestriction;
  /** Ordered cache behaviors in the order of the list; the default one is not among them. */
  readonly orderedBehaviors: readonly Behavior[];
  /** The default cache behavior; its `pathPattern` is `*`. */
  readonly defaultBehavior: Behavior;
  readonly origins: readonly Origin[];
  readonly originGroups: readonly OriginGroup[];
  readonly customErrorResponses: readonly CustomErrorResponse[];
}

/** Which countries may see the distribution; country codes are upper case, as `DE`. */
export interface GeoRestriction {
  readonly type: "none" | "whitelist" | "blacklist";
  readonly locations: readonly string[];
}

/** What happens to the requests of one path pattern. */
export interface Behavior {
  /** As the stack has it; `*` for the default behavior. */
  readonly pathPattern: string;
  /** Id of an origin or of an origin group. */
  readonly targetOriginId: string;
  readonly viewerProtocolPolicy: "allow-all" | "redirect-to-https" | "https-only";
  readonly allowedMethods: readonly string[];
  readonly cachedMethods: readonly string[];
  readonly compress: boolean;
  /** Exactly one of `cachePolicy` and `forwardedValues` decides; with neither, nothing is forwarded. */
  readonly cachePolicy?: CachePolicy;
  readonly originRequestPolicy?: OriginRequestPolicy;
  readonly responseHeadersPolicy?: ResponseHeadersPolicy;
  readonly forwardedValues?: ForwardedValues;
  readonly functions: readonly FunctionAssociation[];
  /** Keys that may sign URLs and cookies. Present (even if empty): an unsigned request gets a 403. */
  readonly trustedKeys?: readonly TrustedKey[];
}

/** A public key of a trusted key group. */
export interface TrustedKey {
  /** The id that `Key-Pair-Id` names. */
  readonly id: string;
  /** The key in PEM, as `encoded_key` has it. */
  readonly encodedKey: string;
}

/** Seconds that an object stays in the cache. */
export interface TimesToLive {
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
}

/** Cookies or query strings by name, with Terraform's words. */
export interface NamedValues {
  readonly behavior: "none" | "whitelist" | "allExcept" | "all";
  /** The names of `whitelist` and `allExcept`; else empty. */
  readonly items: readonly string[];
}

/**
 * A cache policy. Left out in Terraform: `min_ttl` 0, `default_ttl` 86400, `max_ttl` 31536000.
 * `managedCachePolicy(id)` of `pipeline/managed-cache-policies.ts` gives AWS's own.
 */
export interface CachePolicy extends TimesToLive {
  readonly id: string;
  readonly name: string;
  readonly headers: { readonly behavior: "none" | "whitelist"; readonly items: readonly string[] };
  readonly cookies: NamedValues;
  readonly queryStrings: NamedValues;
  readonly acceptEncodingGzip: boolean;
  readonly acceptEncodingBrotli: boolean;
}

/** An origin request policy. `managedOriginRequestPolicy(id)` gives AWS's own. */
export interface OriginRequestPolicy {
  readonly id: string;
  readonly name: string;
  readonly headers: {
    readonly behavior:
      | "none"
      | "whitelist"
      | "allViewer"
      | "allViewerAndWhitelistCloudFront"
      | "allExcept";
    readonly items: readonly string[];
    /** CloudFront-* headers that a managed policy adds beside `items`. */
    readonly cloudFrontHeaders?: readonly string[];
  };
  readonly cookies: NamedValues;
  readonly queryStrings: NamedValues;
}

/** The legacy settings. Left out in Terraform: `min_ttl` 0, `default_ttl` 86400, `max_ttl` 31536000. */
export interface ForwardedValues extends TimesToLive {
  /** Header names; `["*"]` forwards all and turns caching off. */
  readonly headers: readonly string[];
  readonly cookies: {
    readonly forward: "none" | "whitelist" | "all";
    /** Names with the wildcards `*` and `?`. */
    readonly whitelistedNames: readonly string[];
  };
  readonly queryString: boolean;
  readonly queryStringCacheKeys: readonly string[];
}

/** A response headers policy. `managedResponseHeadersPolicy(id)` gives AWS's own. */
export interface ResponseHeadersPolicy {
  readonly id: string;
  readonly name: string;
  readonly cors?: CorsPolicy;
  /**
   * The security block as header fields: `Content-Security-Policy`, `X-Content-Type-Options: nosniff`,
   * `X-Frame-Options`, `Referrer-Policy`, `Strict-Transport-Security: max-age=N[; includeSubDomains][; preload]`,
   * `X-XSS-Protection: 0 | 1[; mode=block | ; report=URI]`.
   */
  readonly securityHeaders: readonly PolicyHeader[];
  readonly customHeaders: readonly PolicyHeader[];
  readonly removeHeaders: readonly string[];
  /** Percent of the responses that get `Server-Timing`; absent or 0: none. */
  readonly serverTimingSamplingRate?: number;
}

/** One header of a response headers policy. */
export interface PolicyHeader {
  readonly name: string;
  readonly value: string;
  /** Whether it replaces the origin's header of that name. */
  readonly override: boolean;
}

/** The CORS part of a response headers policy. */
export interface CorsPolicy {
  readonly allowCredentials: boolean;
  readonly allowHeaders: readonly string[];
  /** `ALL` stands for all seven methods. */
  readonly allowMethods: readonly string[];
  readonly allowOrigins: readonly string[];
  readonly exposeHeaders: readonly string[];
  /** Set by managed policies which expose headers to preflight requests only. */
  readonly exposesToPreflightOnly?: boolean;
  readonly maxAgeSeconds?: number;
  readonly originOverride: boolean;
}

/** A function at one event of a behavior. */
export interface FunctionAssociation {
  readonly kind: "cloudfront-function" | "lambda-edge";
  readonly event: "viewer-request" | "viewer-response" | "origin-request" | "origin-response";
  /** The resolved ARN (with the version for Lambda@Edge). */
  readonly arn: string;
  /** Terraform address of the function, when the stack defines it. */
  readonly address?: string;
  /** Whether a Lambda@Edge request event carries the body. */
  readonly includeBody: boolean;
}

/** Where CloudFront fetches from. */
export interface Origin {
  readonly id: string;
  readonly domainName: string;
  /** `""`, or a path that starts with `/` and does not end with one. */
  readonly originPath: string;
  /** `s3`: a bucket's REST domain (S3 rules and a fixed 30 s timeout apply); everything else is `custom`. */
  readonly kind: "s3" | "custom";
  readonly customHeaders: HeaderList;
  /** 1-3. @default 3 */
  readonly connectionAttempts: number;
  /** 1-10. @default 10 */
  readonly connectionTimeoutSeconds: number;
  /** @default 30 */
  readonly readTimeoutSeconds: number;
  /** @default 5 */
  readonly keepaliveTimeoutSeconds: number;
  /** Limit of the whole response; absent: none. */
  readonly responseCompletionTimeoutSeconds?: number;
  /** S3 origins: `match-viewer`, or `https-only` when the OAC always signs. */
  readonly protocolPolicy: "http-only" | "https-only" | "match-viewer";
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly sslProtocols: readonly string[];
  readonly originAccessControl?: OriginAccessControl;
  /** The Host that a CloudFront function chose, also where the viewer's is forwarded; absent: none. */
  readonly hostHeader?: string;
  /** The name that a CloudFront function chose for the TLS handshake. @default - the Host */
  readonly serverName?: string;
  /** Names of which the certificate must have one. @default - the domain or `serverName` */
  readonly allowedCertificateNames?: readonly string[];
  /** `origin-access-identity/cloudfront/…` of the legacy identity; absent: none. */
  readonly originAccessIdentity?: string;
}

/** How CloudFront signs its requests to an origin. */
export interface OriginAccessControl {
  readonly id: string;
  readonly originType: string;
  readonly signingBehavior: "always" | "never" | "no-override";
}

/** Two origins: the second is asked when the first answers with one of the status codes. */
export interface OriginGroup {
  readonly id: string;
  readonly statusCodes: readonly number[];
  /** Origin ids, the primary first. */
  readonly members: readonly string[];
}

/** What the distribution does with one error status, whatever the behavior. */
export interface CustomErrorResponse {
  readonly errorCode: number;
  /** Absent: the origin's code stays. Terraform's 0 means absent. */
  readonly responseCode?: number;
  /** Absent: no page of its own. Terraform's `""` means absent. */
  readonly responsePagePath?: string;
  /** Seconds. @default 10 */
  readonly errorCachingMinTtl: number;
}
