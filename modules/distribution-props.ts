// What a distribution may say.
import type { BehaviorProps, Route } from "./behavior";
import type { DomainProps } from "./custom-domain";
import type { OperationsProps } from "./operations";
import type { IOrigin } from "./origins/origin";

/** Two origins of which the second answers when the first fails. */
export interface OriginGroup {
  /** The origin that is asked first. */
  readonly primary: string;

  /** The origin that is asked when the first fails. */
  readonly secondary: string;

  /**
   * The answers of the first that count as failure, besides no answer at all.
   *
   * @default [500, 502, 503, 504]
   */
  readonly statusCodes?: readonly (400 | 403 | 404 | 416 | 429 | 500 | 502 | 503 | 504)[];
}

/** Which countries may, or may not, reach the distribution: two-letter codes of ISO 3166-1. */
export type GeoRestriction =
  | { readonly allow: readonly [string, ...string[]] }
  | { readonly deny: readonly [string, ...string[]] };

/** Properties for a {@link Distribution}. */
export interface DistributionProps {
  /** Start of the names of its account-wide resources: unique for each distribution of an account. */
  readonly name: string;

  /** What CloudFront can fetch from, by the id that behaviors use. */
  readonly origins: Readonly<Record<string, IOrigin>>;

  /**
   * Pairs of origins with failover, by an id that behaviors use like that of an origin. CloudFront
   * fails over GET, HEAD and OPTIONS only, so behaviors of a group may allow no other method.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
   */
  readonly originGroups?: Readonly<Record<string, OriginGroup>>;

  /** For every path that no route claims. */
  readonly defaultBehavior: BehaviorProps;

  /**
   * Ordered cache behaviors. CloudFront takes the first whose pattern matches.
   *
   * @default - none: every path takes the default behavior
   */
  readonly routes?: readonly Route[];

  /**
   * Names of yours that the distribution answers to, with certificate and DNS records.
   *
   * @default - only its `*.cloudfront.net` name
   */
  readonly domain?: DomainProps;

  /**
   * The object for `/`, without a leading slash; an empty text for none.
   *
   * @default "index.html"
   */
  readonly defaultRootObject?: string;

  /**
   * The newest versions of HTTP that viewers may speak.
   *
   * @default - CloudFront's own: HTTP/2
   */
  readonly httpVersion?: "http1.1" | "http2" | "http2and3" | "http3";

  /**
   * Whether viewers may come over IPv6.
   *
   * @default - CloudFront's own: no
   */
  readonly ipv6?: boolean;

  /**
   * A note for the console; at most 128 characters.
   *
   * @default - none
   */
  readonly comment?: string;

  /**
   * Tags of the distribution, besides the stack's.
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;

  /**
   * Where CloudFront keeps copies: the fewer places, the lower the price.
   *
   * @default - everywhere
   */
  readonly priceClass?: "PriceClass_100" | "PriceClass_200" | "PriceClass_All";

  /**
   * Countries.
   *
   * @default - no restriction
   */
  readonly geoRestriction?: GeoRestriction;

  /**
   * Logs, firewall and alarms.
   *
   * @default - none of them, and nothing to pay for them
   */
  readonly operations?: OperationsProps;
}
