import type { Origin } from "../edge-model";
import { type EdgeRequest, type Fetch, headerOf, OriginFailure, withoutHeader } from "../messages";
import { ANONYMOUS, type Caller } from "./caller";
import type { EmulatedHosts } from "./emulated-hosts";
import { type HttpOrigin, type HttpOriginSettings, httpOrigin } from "./http-origin";

/** Options of {@link originFetches}. */
export interface OriginFetchOptions {
  readonly hosts: EmulatedHosts;
  /** The distribution that signs, by its ARN. */
  readonly distributionArn: string;
  /**
   * Where origins really run, by origin id: `{ backend: "https://127.0.0.1:8443" }`.
   *
   * @default - none; hosts that the stack does not define cannot be found
   */
  readonly urls?: Readonly<Record<string, string>>;
  /**
   * Certificates in PEM that are trusted beside the public authorities.
   *
   * @default - none
   */
  readonly ca?: string;
}

/** Where the requests of a distribution go. */
export interface OriginFetches {
  fetchFor(origin: Origin): Fetch;
  /** Ends idle connections to real hosts. */
  close(): void;
}

/**
 * What answers for each origin of a distribution: the URL that was given for it, else the service of
 * the stack that has its domain name, else nothing. Services see the request signed as the origin's
 * access control says.
 */
export function originFetches(options: OriginFetchOptions): OriginFetches {
  const open = new Map<string, HttpOrigin>();
  return {
    fetchFor: (origin) => {
      const url = options.urls?.[origin.id];
      const isEmulated = options.hosts.fetchFor(origin.domainName) !== undefined;
      if (url === undefined && isEmulated) return emulated(origin, options);
      const settings = connectionSettings(origin);
      const key = JSON.stringify([settings, url]);
      const known =
        open.get(key) ??
        httpOrigin({
          origin: settings,
          ...(url === undefined ? {} : { url }),
          ...(options.ca === undefined ? {} : { ca: options.ca }),
        });
      open.set(key, known);
      return known;
    },
    close: () => {
      for (const origin of open.values()) origin.close();
    },
  };
}

/** What connections depend on. The rest is in each request: a function may write it anew every time. */
function connectionSettings(origin: Origin): HttpOriginSettings {
  const { originPath: _, customHeaders: __, hostHeader: ___, ...settings } = origin;
  // The edge itself counts attempts.
  return { ...settings, connectionAttempts: 1 };
}

function emulated(origin: Origin, { hosts, distributionArn }: OriginFetchOptions): Fetch {
  return async (request, cancellation) => {
    const caller = callerFor(origin, distributionArn, request);
    const fetch = hosts.fetchFor(origin.domainName, caller);
    if (fetch === undefined) {
      throw new OriginFailure("dns", `${origin.domainName} is no host of the stack`);
    }
    if (request.protocol === "http" && hosts.isHttpsOnly(origin.domainName)) {
      throw new OriginFailure(
        "refused",
        `API Gateway takes no connections without TLS at ${origin.domainName}; set origin_protocol_policy to "https-only"`,
      );
    }
    // CloudFront's own signature takes the place of the viewer's.
    const isSigned = caller.kind !== "anonymous";
    const headers = isSigned ? withoutHeader(request.headers, "authorization") : request.headers;
    return fetch({ ...request, headers }, cancellation);
  };
}

/**
 * Who a request to an origin comes from.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
export function callerFor(origin: Origin, distributionArn: string, request: EdgeRequest): Caller {
  const signing = origin.originAccessControl?.signingBehavior;
  const hasOwn = headerOf(request.headers, "authorization") !== undefined;
  if (signing === "always" || (signing === "no-override" && !hasOwn)) {
    return { kind: "distribution", arn: distributionArn };
  }
  const identity = origin.originAccessIdentity?.split("/").at(-1);
  if (signing === undefined && identity !== undefined && identity !== "") {
    return { kind: "identity", id: identity };
  }
  return ANONYMOUS;
}
