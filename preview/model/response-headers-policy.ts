// The response headers policy of a behavior: AWS's own, or the stack's.
import type { SynthesizedStack } from "../../synthesized/stack";
import type { CorsPolicy, PolicyHeader, ResponseHeadersPolicy } from "../edge-model";
import { managedResponseHeadersPolicy } from "../pipeline/managed-response-headers-policies";
import type { Fields } from "./fields";
import { policyFields } from "./policies";

/** The response headers policy with an id. @throws when neither AWS nor the stack has it */
export function responseHeadersPolicyOf(
  stack: SynthesizedStack,
  id: string,
  user: string,
): ResponseHeadersPolicy {
  return (
    managedResponseHeadersPolicy(id) ?? ownPolicy(policyFields(stack, "response_headers", id, user))
  );
}

function ownPolicy(policy: Fields): ResponseHeadersPolicy {
  const cors = policy.block("cors_config");
  const timing = policy.block("server_timing_headers_config");
  const custom = policy.block("custom_headers_config")?.blocks("items") ?? [];
  const removed = policy.block("remove_headers_config")?.blocks("items") ?? [];
  return {
    id: policy.text("id"),
    name: policy.text("name"),
    ...(cors === undefined ? {} : { cors: corsPolicy(cors) }),
    securityHeaders: securityHeaders(policy.block("security_headers_config")),
    customHeaders: custom.map((item) => ({
      name: item.text("header"),
      value: item.optionalText("value") ?? "",
      override: item.flag("override"),
    })),
    removeHeaders: removed.map((item) => item.text("header")),
    ...(timing?.flag("enabled")
      ? { serverTimingSamplingRate: timing.number("sampling_rate") ?? 0 }
      : {}),
  };
}

function corsPolicy(cors: Fields): CorsPolicy {
  const items = (name: string) => cors.block(name)?.texts("items") ?? [];
  const maxAgeSeconds = cors.number("access_control_max_age_sec");
  return {
    allowCredentials: cors.flag("access_control_allow_credentials"),
    allowHeaders: items("access_control_allow_headers"),
    allowMethods: items("access_control_allow_methods"),
    allowOrigins: items("access_control_allow_origins"),
    exposeHeaders: items("access_control_expose_headers"),
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
    originOverride: cors.flag("origin_override"),
  };
}

// Each block of `security_headers_config` with its header and how it is written.
const SECURITY_HEADERS: readonly (readonly [
  block: string,
  header: string,
  value: (block: Fields) => string,
])[] = [
  [
    "content_security_policy",
    "Content-Security-Policy",
    (block) => block.text("content_security_policy"),
  ],
  ["content_type_options", "X-Content-Type-Options", () => "nosniff"],
  ["frame_options", "X-Frame-Options", (block) => block.text("frame_option")],
  ["referrer_policy", "Referrer-Policy", (block) => block.text("referrer_policy")],
  ["strict_transport_security", "Strict-Transport-Security", strictTransportSecurity],
  ["xss_protection", "X-XSS-Protection", xssProtection],
];

function securityHeaders(config: Fields | undefined): PolicyHeader[] {
  return SECURITY_HEADERS.flatMap(([name, header, value]) => {
    const block = config?.block(name);
    if (block === undefined) return [];
    return [{ name: header, value: value(block), override: block.flag("override") }];
  });
}

function strictTransportSecurity(block: Fields): string {
  return [
    `max-age=${block.number("access_control_max_age_sec") ?? 0}`,
    ...(block.flag("include_subdomains") ? ["includeSubDomains"] : []),
    ...(block.flag("preload") ? ["preload"] : []),
  ].join("; ");
}

function xssProtection(block: Fields): string {
  if (!block.flag("protection")) return "0";
  if (block.flag("mode_block")) return "1; mode=block";
  const report = block.optionalText("report_uri");
  return report === undefined ? "1" : `1; report=${report}`;
}
