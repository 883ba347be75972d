// What a cache behavior of a distribution may say.
import type { EdgeStep } from "./private/edge-code";

/** The methods CloudFront knows. */
export type Method = "DELETE" | "GET" | "HEAD" | "OPTIONS" | "PATCH" | "POST" | "PUT";

/** For files: nothing but reading. */
export const READ_METHODS: readonly Method[] = ["GET", "HEAD"];

/** For files that other origins ask for with a preflight. */
export const READ_AND_PREFLIGHT_METHODS: readonly Method[] = ["GET", "HEAD", "OPTIONS"];

/** For APIs. CloudFront knows no other set that has POST. */
export const ALL_METHODS: readonly Method[] = [
  "DELETE",
  "GET",
  "HEAD",
  "OPTIONS",
  "PATCH",
  "POST",
  "PUT",
];

/** What reaches the origin and tells cached copies apart, in the older way without policies. */
export interface ForwardedValues {
  /** Whether the query string is sent to the origin and is part of the cache key. */
  readonly queryString: boolean;

  /**
   * The query string parameters that tell cached copies apart, when not all of them do.
   *
   * @default - all
   */
  readonly queryStringCacheKeys?: readonly string[];

  /** Which cookies are sent; `none` also drops `Set-Cookie` from responses. */
  readonly cookies: "none" | "all" | { readonly allow: readonly string[] };

  /**
   * Names of viewer headers to send. `*` sends all of them and turns caching off.
   *
   * @default - CloudFront's own choice, without Authorization on GET and HEAD
   */
  readonly headers?: readonly string[];
}

/** How CloudFront treats the requests of one path pattern. */
export interface BehaviorProps {
  /** The origin, or group of origins, that answers. */
  readonly targetOriginId: string;

  /**
   * What happens to requests over plain HTTP.
   *
   * @default "redirect-to-https"
   */
  readonly viewerProtocolPolicy?: "redirect-to-https" | "https-only" | "allow-all";

  /**
   * The methods CloudFront accepts: one of {@link READ_METHODS}, {@link READ_AND_PREFLIGHT_METHODS}
   * and {@link ALL_METHODS}. It answers the others with 403.
   *
   * @default READ_METHODS
   */
  readonly allowedMethods?: readonly Method[];

  /**
   * The methods whose responses CloudFront keeps.
   *
   * @default READ_METHODS
   */
  readonly cachedMethods?: readonly Method[];

  /**
   * The older settings in place of policies.
   *
   * @default - policies are used
   */
  readonly forwardedValues?: ForwardedValues;

  /** Shortest seconds a copy is kept, whatever the origin says. Only with `forwardedValues`. @default - 0 */
  readonly minTtl?: number;

  /** Seconds a copy is kept when the origin says nothing. Only with `forwardedValues`. @default - 86400 */
  readonly defaultTtl?: number;

  /** Longest seconds a copy is kept. Only with `forwardedValues`. @default - 31536000 */
  readonly maxTtl?: number;

  /**
   * Id of the cache policy. Not together with `forwardedValues`.
   *
   * @default - the managed policy CachingDisabled, unless `forwardedValues` is given
   */
  readonly cachePolicyId?: string;

  /**
   * Id of the origin request policy. Not together with `forwardedValues`.
   *
   * @default - none: only what the cache policy names reaches the origin
   */
  readonly originRequestPolicyId?: string;

  /**
   * Id of the response headers policy.
   *
   * @default - none
   */
  readonly responseHeadersPolicyId?: string;

  /**
   * Whether CloudFront compresses what viewers accept compressed.
   *
   * @default - no
   */
  readonly compress?: boolean;

  /**
   * What happens to each request before the cache is looked up, in order: the steps become one
   * CloudFront function.
   *
   * @default - nothing
   */
  readonly viewerRequest?: readonly EdgeStep[];

  /**
   * What happens to each response below 400 before the viewer gets it, in order: the steps become
   * one CloudFront function.
   *
   * @default - nothing
   */
  readonly viewerResponse?: readonly EdgeStep[];
}

/** A cache behavior for the requests of one path pattern. */
export interface Route extends BehaviorProps {
  /** Such as `/api/*`: starts with `/`, `*` is any text, `?` one character, upper and lower case differ. */
  readonly pathPattern: string;
}
