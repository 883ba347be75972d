import { Testing } from "cdktf";
import { ALL_METHODS, CACHE_POLICIES, ORIGIN_REQUEST_POLICIES } from "../../modules";
import { HttpsOriginStack } from "../../stacks/https-origin-stack";
import type { HttpsOriginEntry } from "../../stacks/settings/https-origin";
import type { SynthesizedStack } from "../../synthesized/stack";
import { outputs, sampleComment, sampleStack, withoutFiles } from "../support/sample-stack";
import { testSettings } from "../support/settings";
import { addresses, resource } from "../support/synth";

const DISTRIBUTION = "aws_cloudfront_distribution.distribution";

const synth = (changes?: Record<string, string>) => sampleStack("https-origin", changes);
const distribution = (changes?: Record<string, string>) => resource(synth(changes), DISTRIBUTION);

const withEntries = (...entries: readonly HttpsOriginEntry[]) => {
  const stack = new HttpsOriginStack(Testing.app(), "https-origin", testSettings(), entries);
  return resource(JSON.parse(Testing.synth(stack)) as SynthesizedStack, DISTRIBUTION);
};

describe("HttpsOriginStack", () => {
  it("synthesizes the reference architecture", () => {
    expect(withoutFiles(synth())).toMatchSnapshot();
  });

  it("keeps its addresses, which are a contract with every state there is", () => {
    expect(addresses(synth())).toEqual([
      "aws_acm_certificate.distribution_domain_certificate",
      "aws_acm_certificate_validation.distribution_domain_certificate",
      "aws_cloudfront_distribution.distribution",
      "aws_cloudfront_function.distribution_default_viewer_request",
      "aws_cloudfront_function.distribution_images_viewer_request",
      "aws_cloudfront_function.distribution_legacy_viewer_request",
      "aws_cloudfront_function.distribution_thumbnails_viewer_request",
      "aws_route53_record.distribution_domain_certificate_validation",
      "aws_route53_record.distribution_domain_example_com_a",
      "aws_route53_record.distribution_domain_example_com_aaaa",
      "aws_route53_record.distribution_domain_www_example_com_a",
      "aws_route53_record.distribution_domain_www_example_com_aaaa",
    ]);
  });

  it("gives url and distribution_id", () => {
    expect(outputs(synth())).toEqual({
      url: "${aws_cloudfront_distribution.distribution.domain_name}",
      distribution_id: "${aws_cloudfront_distribution.distribution.id}",
    });
  });

  it("has every origin with its protocol, TLS versions, ports and timeouts", () => {
    expect(distribution().origin).toEqual([
      {
        origin_id: "images",
        domain_name: "images.example.net",
        connection_attempts: 2,
        connection_timeout: 5,
        custom_origin_config: {
          http_port: 80,
          https_port: 443,
          origin_protocol_policy: "match-viewer",
          origin_ssl_protocols: ["TLSv1.2", "TLSv1.1"],
        },
      },
      {
        origin_id: "legacy",
        domain_name: "legacy.example.net",
        origin_path: "/app",
        custom_origin_config: {
          http_port: 8080,
          https_port: 443,
          origin_protocol_policy: "http-only",
          origin_ssl_protocols: ["TLSv1.2"],
        },
      },
      {
        origin_id: "web",
        domain_name: "web.example.net",
        custom_origin_config: {
          http_port: 80,
          https_port: 8443,
          origin_protocol_policy: "https-only",
          origin_ssl_protocols: ["TLSv1.2"],
          origin_read_timeout: 60,
          origin_keepalive_timeout: 30,
        },
      },
    ]);
  });

  it("asks the patterns in the order of the file, and the origin without any for the rest", () => {
    const { default_cache_behavior, ordered_cache_behavior } = distribution();
    expect(ordered_cache_behavior).toMatchObject([
      { path_pattern: "/images/*", target_origin_id: "images" },
      { path_pattern: "/thumbnails/*", target_origin_id: "images" },
      { path_pattern: "/legacy/*", target_origin_id: "legacy" },
    ]);
    expect(default_cache_behavior).toMatchObject({ target_origin_id: "web" });
  });

  it("never lets a viewer of match-viewer in over HTTP", () => {
    const { default_cache_behavior, ordered_cache_behavior } = distribution();
    const behaviors = [default_cache_behavior, ...(ordered_cache_behavior as object[])];
    for (const behavior of behaviors) {
      expect(behavior).toMatchObject({
        viewer_protocol_policy: expect.stringMatching(/^(redirect-to-https|https-only)$/),
      });
    }
    expect(ordered_cache_behavior).toMatchObject([
      { viewer_protocol_policy: "https-only" },
      {},
      {},
    ]);
  });

  it("sends everything but Host to the origins and keeps nothing", () => {
    expect(distribution().default_cache_behavior).toMatchObject({
      allowed_methods: ALL_METHODS,
      cache_policy_id: CACHE_POLICIES.CachingDisabled,
      origin_request_policy_id: ORIGIN_REQUEST_POLICIES.AllViewerExceptHostHeader,
    });
  });

  it("writes the choice of HTTP down for the lint, for the origin that it is about", () => {
    expect(sampleComment("https-origin", DISTRIBUTION)).toMatchObject({
      lint: {
        suppress: [
          {
            id: "no-http-only-origin",
            part: 'origin "legacy"',
            reason: "the file of HTTPS_ORIGINS says http-only for this origin",
          },
        ],
      },
    });
  });

  it("needs one origin: HTTPS only with TLS 1.2", () => {
    const { default_cache_behavior, origin, ...rest } = withEntries({
      id: "web",
      domainName: "web.example.net",
    });
    expect(origin).toMatchObject([
      {
        custom_origin_config: {
          origin_protocol_policy: "https-only",
          origin_ssl_protocols: ["TLSv1.2"],
        },
      },
    ]);
    expect(default_cache_behavior).toMatchObject({ viewer_protocol_policy: "redirect-to-https" });
    expect(rest).not.toHaveProperty("default_root_object");
    expect(rest).not.toHaveProperty("aliases");
  });

  it("passes every attribute of an origin on", () => {
    // `Required` makes the compiler ask for each attribute that is added later.
    const entry: Required<HttpsOriginEntry> = {
      id: "old",
      domainName: "old.example.net",
      pathPatterns: ["/old/*"],
      protocolPolicy: "match-viewer",
      viewerProtocolPolicy: "https-only",
      originSslProtocols: ["SSLv3"],
      httpPort: 8080,
      httpsPort: 8443,
      originPath: "/app",
      responseTimeoutSeconds: 60,
      keepaliveTimeoutSeconds: 30,
      connectionAttempts: 1,
      connectionTimeoutSeconds: 2,
    };
    const found = withEntries(entry, { id: "web", domainName: "web.example.net" });
    expect(found.ordered_cache_behavior).toMatchObject([
      {
        path_pattern: "/old/*",
        target_origin_id: "old",
        viewer_protocol_policy: "https-only",
      },
    ]);
    expect(found.origin).toMatchObject([
      {
        origin_id: "old",
        domain_name: "old.example.net",
        origin_path: "/app",
        connection_attempts: 1,
        connection_timeout: 2,
        custom_origin_config: {
          http_port: 8080,
          https_port: 8443,
          origin_protocol_policy: "match-viewer",
          origin_ssl_protocols: ["SSLv3"],
          origin_read_timeout: 60,
          origin_keepalive_timeout: 30,
        },
      },
      {},
    ]);
  });

  it("locks all of its origins with one secret", () => {
    const header = { name: "X-Origin-Verify", value: "${aws_ssm_parameter.origin_lock_a.value}" };
    expect(distribution({ ORIGIN_LOCK: "a" }).origin).toMatchObject(
      ["images", "legacy", "web"].map(() => ({ custom_header: [header] })),
    );
  });

  it("refuses origins of which none answers the other paths", () => {
    expect(() =>
      withEntries({ id: "web", domainName: "web.example.net", pathPatterns: ["/a"] }),
    ).toThrow("one origin must answer every path that no other claims");
  });

  it("takes patterns that are too long for a name", () => {
    const pathPatterns = [`/${"long-".repeat(30)}/*`, `/${"x".repeat(100)}`];
    const domain = { names: ["a.example.com", "b.example.com"], hostedZone: { id: "Z1" } } as const;
    const settings = testSettings({ domains: { "https-origin": domain } });
    const entries = [
      { id: "a", domainName: "a.example.net", pathPatterns },
      { id: "b", domainName: "b.example.net" },
    ];
    expect(
      () => new HttpsOriginStack(Testing.app(), "https-origin", settings, entries),
    ).not.toThrow();
  });
});
