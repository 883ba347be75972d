import { cachePolicyOf, originRequestPolicyOf } from "../../../preview/model/policies";
import { responseHeadersPolicyOf } from "../../../preview/model/response-headers-policy";
import type { SynthesizedStack } from "../../../synthesized/stack";

const stackWith = (type: string, config: object) =>
  ({ resource: { [type]: { own: { id: "P1", name: "own", ...config } } } }) as SynthesizedStack;

describe("a policy of the stack", () => {
  it("is missed by the name that a data source gives it", () => {
    const data = { aws_cloudfront_cache_policy: { x: { id: "P9", name: "Managed-Nothing" } } };
    expect(() => cachePolicyOf({ data }, "P9", 'behavior "*"')).toThrow(
      'behavior "*" uses the cache policy "Managed-Nothing" (data.aws_cloudfront_cache_policy.x), which is neither AWS\'s nor the stack\'s',
    );
  });

  it("is a cache policy with CloudFront's defaults", () => {
    expect(cachePolicyOf(stackWith("aws_cloudfront_cache_policy", {}), "P1", "")).toEqual({
      id: "P1",
      name: "own",
      minTtl: 0,
      defaultTtl: 86_400,
      maxTtl: 31_536_000,
      headers: { behavior: "none", items: [] },
      cookies: { behavior: "none", items: [] },
      queryStrings: { behavior: "none", items: [] },
      acceptEncodingGzip: false,
      acceptEncodingBrotli: false,
    });
  });

  it("is a cache policy with every setting", () => {
    const stack = stackWith("aws_cloudfront_cache_policy", {
      min_ttl: 1,
      default_ttl: 2,
      max_ttl: 3,
      parameters_in_cache_key_and_forwarded_to_origin: {
        enable_accept_encoding_gzip: true,
        enable_accept_encoding_brotli: true,
        headers_config: { header_behavior: "whitelist", headers: { items: ["Origin"] } },
        cookies_config: [{ cookie_behavior: "allExcept", cookies: [{ items: ["a"] }] }],
        query_strings_config: { query_string_behavior: "all" },
      },
    });
    expect(cachePolicyOf(stack, "P1", "")).toEqual({
      id: "P1",
      name: "own",
      minTtl: 1,
      defaultTtl: 2,
      maxTtl: 3,
      headers: { behavior: "whitelist", items: ["Origin"] },
      cookies: { behavior: "allExcept", items: ["a"] },
      queryStrings: { behavior: "all", items: [] },
      acceptEncodingGzip: true,
      acceptEncodingBrotli: true,
    });
  });

  it("is an origin request policy", () => {
    const stack = stackWith("aws_cloudfront_origin_request_policy", {
      headers_config: { header_behavior: "allExcept", headers: { items: ["Host"] } },
      cookies_config: { cookie_behavior: "all" },
      query_strings_config: { query_string_behavior: "whitelist", query_strings: { items: ["q"] } },
    });
    expect(originRequestPolicyOf(stack, "P1", "")).toEqual({
      id: "P1",
      name: "own",
      headers: { behavior: "allExcept", items: ["Host"] },
      cookies: { behavior: "all", items: [] },
      queryStrings: { behavior: "whitelist", items: ["q"] },
    });
  });

  it("is a response headers policy with nothing in it", () => {
    const stack = stackWith("aws_cloudfront_response_headers_policy", {});
    expect(responseHeadersPolicyOf(stack, "P1", "")).toEqual({
      id: "P1",
      name: "own",
      securityHeaders: [],
      customHeaders: [],
      removeHeaders: [],
    });
  });

  it("is a response headers policy with every setting", () => {
    const items = (...list: string[]) => ({ items: list });
    const stack = stackWith("aws_cloudfront_response_headers_policy", {
      cors_config: {
        access_control_allow_credentials: true,
        access_control_allow_headers: items("X-A"),
        access_control_allow_methods: items("ALL"),
        access_control_allow_origins: items("https://a.example"),
        access_control_expose_headers: items("X-B"),
        access_control_max_age_sec: 600,
        origin_override: true,
      },
      custom_headers_config: {
        items: [
          { header: "X-C", value: "c", override: true },
          { header: "X-Empty", value: "", override: true },
        ],
      },
      remove_headers_config: { items: [{ header: "Server" }] },
      security_headers_config: {
        content_security_policy: { content_security_policy: "default-src 'self'", override: true },
        content_type_options: { override: true },
        frame_options: { frame_option: "DENY", override: false },
        referrer_policy: { referrer_policy: "no-referrer", override: false },
        strict_transport_security: {
          access_control_max_age_sec: 10,
          include_subdomains: true,
          preload: true,
          override: true,
        },
        xss_protection: { protection: true, report_uri: "/r", override: false },
      },
      server_timing_headers_config: { enabled: true, sampling_rate: 50 },
    });
    const header = (name: string, value: string, override: boolean) => ({ name, value, override });
    expect(responseHeadersPolicyOf(stack, "P1", "")).toEqual({
      id: "P1",
      name: "own",
      cors: {
        allowCredentials: true,
        allowHeaders: ["X-A"],
        allowMethods: ["ALL"],
        allowOrigins: ["https://a.example"],
        exposeHeaders: ["X-B"],
        maxAgeSeconds: 600,
        originOverride: true,
      },
      securityHeaders: [
        header("Content-Security-Policy", "default-src 'self'", true),
        header("X-Content-Type-Options", "nosniff", true),
        header("X-Frame-Options", "DENY", false),
        header("Referrer-Policy", "no-referrer", false),
        header("Strict-Transport-Security", "max-age=10; includeSubDomains; preload", true),
        header("X-XSS-Protection", "1; report=/r", false),
      ],
      customHeaders: [header("X-C", "c", true), header("X-Empty", "", true)],
      removeHeaders: ["Server"],
      serverTimingSamplingRate: 50,
    });
  });

  it.each([
    [{ protection: false }, "0"],
    [{ protection: true }, "1"],
    [{ protection: true, mode_block: true }, "1; mode=block"],
  ])("writes the XSS protection %j as %s", (xss, value) => {
    const stack = stackWith("aws_cloudfront_response_headers_policy", {
      security_headers_config: { xss_protection: { ...xss, override: true } },
    });
    expect(responseHeadersPolicyOf(stack, "P1", "").securityHeaders[0]?.value).toBe(value);
  });
});
