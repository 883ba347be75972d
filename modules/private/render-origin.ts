// Pure rendering of what origins have in common.
import type {
  CloudfrontDistributionOrigin,
  CloudfrontDistributionOriginCustomOriginConfig,
} from "@cdktf/provider-aws/lib/cloudfront-distribution";
import type { CustomOriginOptions, OriginOptions } from "../origins/origin-options";
import { customHeaderProblem } from "./custom-header";

/** How CloudFront talks to an origin that is not a bucket. */
export interface OriginConnection {
  readonly protocolPolicy?: "https-only" | "match-viewer" | "http-only";
  readonly httpPort?: number;
  readonly httpsPort?: number;
}

type Common = Omit<CloudfrontDistributionOrigin, "originId" | "domainName">;

/**
 * The attributes that every kind of origin has; nothing for what is not set.
 *
 * @throws when a value is outside what CloudFront takes
 */
export function renderOriginOptions(options: OriginOptions): Common {
  const { connectionAttempts, connectionTimeoutSeconds, customHeaders, originShieldRegion } =
    options;
  within("connectionAttempts", connectionAttempts, [1, 3]);
  within("connectionTimeoutSeconds", connectionTimeoutSeconds, [1, 10]);
  return {
    connectionAttempts,
    connectionTimeout: connectionTimeoutSeconds,
    ...(customHeaders === undefined ? {} : { customHeader: renderHeaders(customHeaders) }),
    ...(originShieldRegion === undefined
      ? {}
      : { originShield: { enabled: true, originShieldRegion } }),
  };
}

/** HTTPS only, TLS 1.2 and the standard ports unless told otherwise. */
export function renderCustomOrigin(
  options: CustomOriginOptions & OriginConnection = {},
): CloudfrontDistributionOriginCustomOriginConfig {
  within("responseTimeoutSeconds", options.responseTimeoutSeconds, [1, 120]);
  within("keepaliveTimeoutSeconds", options.keepaliveTimeoutSeconds, [1, 120]);
  port("httpPort", options.httpPort);
  port("httpsPort", options.httpsPort);
  return {
    httpPort: options.httpPort ?? 80,
    httpsPort: options.httpsPort ?? 443,
    originProtocolPolicy: options.protocolPolicy ?? "https-only",
    originSslProtocols: [...(options.originSslProtocols ?? ["TLSv1.2"])],
    originReadTimeout: options.responseTimeoutSeconds,
    originKeepaliveTimeout: options.keepaliveTimeoutSeconds,
  };
}

function renderHeaders(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).map(([name, value]) => {
    const problem = customHeaderProblem(name, value);
    if (problem !== undefined) throw new Error(`custom header "${name}" ${problem}`);
    return { name, value };
  });
}

function within(name: string, value: number | undefined, [least, most]: [number, number]): void {
  if (value === undefined || (Number.isInteger(value) && least <= value && value <= most)) return;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, got ${value}`);
}

function port(name: string, value: number | undefined): void {
  if (value === undefined || value === 80 || value === 443) return;
  if (Number.isInteger(value) && value >= 1024 && value <= 65_535) return;
  throw new Error(`${name} must be 80, 443 or 1024 to 65535, got ${value}`);
}
