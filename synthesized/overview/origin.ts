// One origin of a distribution in a few words.
import { type Block, blocks } from "../stack";
import { text } from "./text";

/** What CloudFront fetches from. */
export interface OriginOverview {
  readonly id: string;
  /** The domain, or the expression that gives it, with the origin path. */
  readonly domain: string;
  /** How CloudFront talks to it. */
  readonly protocol: string;
}

/** An `origin` block in a few words. */
export function originOverview(origin: Block): OriginOverview {
  return {
    id: text(origin.origin_id ?? null),
    domain: `${text(origin.domain_name ?? null)}${text(origin.origin_path ?? "")}`,
    protocol: protocol(origin),
  };
}

function protocol(origin: Block): string {
  const [custom] = blocks(origin.custom_origin_config);
  if (custom === undefined) return access(origin);
  const policy = text(custom.origin_protocol_policy ?? null);
  const http = `port ${text(custom.http_port ?? 80)}`;
  const https = `${sslProtocols(custom)}port ${text(custom.https_port ?? 443)}`;
  if (policy === "http-only") return `http-only, ${http}`;
  return policy === "https-only" ? `https-only, ${https}` : `${policy}, ${http}; ${https}`;
}

function sslProtocols({ origin_ssl_protocols: protocols }: Block): string {
  return Array.isArray(protocols) ? `${protocols.map(text).join(" ")}, ` : "";
}

function access(origin: Block): string {
  if (blocks(origin.vpc_origin_config).length > 0) return "VPC origin";
  const [s3] = blocks(origin.s3_origin_config);
  if (origin.origin_access_control_id) return "S3, origin access control";
  if (s3?.origin_access_identity) return "S3, origin access identity";
  return "S3, public";
}
