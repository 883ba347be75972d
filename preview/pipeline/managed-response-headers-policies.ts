// AWS's own response headers policies. Their ids are the same in every account.
import type { CorsPolicy, PolicyHeader, ResponseHeadersPolicy } from "../edge-model";

const SIMPLE_CORS: CorsPolicy = {
  allowCredentials: false,
  allowHeaders: [],
  allowMethods: [],
  allowOrigins: ["*"],
  exposeHeaders: [],
  originOverride: false,
};

const CORS_WITH_PREFLIGHT: CorsPolicy = {
  ...SIMPLE_CORS,
  allowMethods: ["ALL"],
  exposeHeaders: ["*"],
  exposesToPreflightOnly: true,
};

const SECURITY: readonly PolicyHeader[] = [
  { name: "Referrer-Policy", value: "strict-origin-when-cross-origin", override: false },
  { name: "Strict-Transport-Security", value: "max-age=31536000", override: false },
  { name: "X-Content-Type-Options", value: "nosniff", override: true },
  { name: "X-Frame-Options", value: "SAMEORIGIN", override: false },
  { name: "X-XSS-Protection", value: "1; mode=block", override: false },
];

function policy(
  id: string,
  name: string,
  securityHeaders: readonly PolicyHeader[],
  cors?: CorsPolicy,
): ResponseHeadersPolicy {
  return {
    id,
    name: `Managed-${name}`,
    ...(cors === undefined ? {} : { cors }),
    securityHeaders,
    customHeaders: [],
    removeHeaders: [],
  };
}

const POLICIES: readonly ResponseHeadersPolicy[] = [
  policy("60669652-455b-4ae9-85a4-c4c02393f86c", "SimpleCORS", [], SIMPLE_CORS),
  policy("5cc3b908-e619-4b99-88e5-2cf7f45965bd", "CORS-With-Preflight", [], CORS_WITH_PREFLIGHT),
  policy("67f7725c-6f97-4210-82d7-5512b31e9d03", "SecurityHeadersPolicy", SECURITY),
  policy(
    "e61eb60c-9c35-4d20-a928-2b84e02af89c",
    "CORS-and-SecurityHeadersPolicy",
    SECURITY,
    SIMPLE_CORS,
  ),
  policy(
    "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
    "CORS-with-preflight-and-SecurityHeadersPolicy",
    SECURITY,
    CORS_WITH_PREFLIGHT,
  ),
];

const BY_ID = new Map(POLICIES.map((known) => [known.id, known]));

/**
 * The managed response headers policy with an id; undefined when AWS has none.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
 */
export function managedResponseHeadersPolicy(id: string): ResponseHeadersPolicy | undefined {
  return BY_ID.get(id);
}
