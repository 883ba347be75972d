import { ALL_METHODS, CACHE_POLICIES, ORIGIN_REQUEST_POLICIES } from "../../modules";
import { outputs, sampleComment, sampleStack, withoutFiles } from "../support/sample-stack";
import { addresses, resource } from "../support/synth";

const DISTRIBUTION = "aws_cloudfront_distribution.distribution";
const HTTPS = { ALB_PROTOCOL: "", ALB_ORIGIN_DOMAIN: "backend.example.com" };

const synth = (changes?: Record<string, string>) => sampleStack("spa-alb", changes);
const distribution = (changes?: Record<string, string>) => resource(synth(changes), DISTRIBUTION);

describe("SpaAlbStack", () => {
  it("synthesizes the reference architecture", () => {
    expect(withoutFiles(synth())).toMatchSnapshot();
  });

  it("keeps its addresses, which are a contract with every state there is", () => {
    expect(addresses(synth()).filter((address) => !address.includes("object"))).toEqual([
      "aws_cloudfront_distribution.distribution",
      "aws_cloudfront_function.distribution_default_viewer_request",
      "aws_cloudfront_origin_access_control.distribution_s3",
      "aws_s3_bucket.frontend_bucket",
      "aws_s3_bucket_lifecycle_configuration.frontend_bucket",
      "aws_s3_bucket_ownership_controls.frontend_bucket",
      "aws_s3_bucket_policy.frontend_bucket",
      "aws_s3_bucket_public_access_block.frontend_bucket",
      "aws_s3_bucket_server_side_encryption_configuration.frontend_bucket",
      "aws_s3_bucket_versioning.frontend_bucket",
      "aws_ssm_parameter.origin_lock_a",
      "aws_ssm_parameter.origin_lock_b",
    ]);
  });

  it("gives frontend_url, distribution_id and bucket_name", () => {
    expect(outputs(synth())).toEqual({
      frontend_url: "${aws_cloudfront_distribution.distribution.domain_name}",
      distribution_id: "${aws_cloudfront_distribution.distribution.id}",
      bucket_name: "${aws_s3_bucket.frontend_bucket.id}",
    });
  });

  it("is called H2T, as tag and as comment, and has no domain and no firewall", () => {
    const found = distribution();
    expect(found).toMatchObject({
      comment: "H2T",
      tags: { Name: "H2T" },
      viewer_certificate: { cloudfront_default_certificate: true },
    });
    expect(found).not.toHaveProperty("aliases");
    expect(found).not.toHaveProperty("web_acl_id");
  });

  it("has the bucket and the load balancer as origins, over HTTP on port 80, without Origin Shield", () => {
    expect(distribution({ ORIGIN_LOCK: "off" }).origin).toEqual([
      {
        origin_id: "s3",
        domain_name: "${aws_s3_bucket.frontend_bucket.bucket_regional_domain_name}",
        origin_access_control_id: "${aws_cloudfront_origin_access_control.distribution_s3.id}",
      },
      {
        origin_id: "backend-alb",
        domain_name: "backend-1234567890.eu-west-1.elb.amazonaws.com",
        custom_origin_config: {
          http_port: 80,
          https_port: 443,
          origin_protocol_policy: "http-only",
          origin_ssl_protocols: ["TLSv1.2"],
        },
      },
    ]);
  });

  it("keeps the files of the bucket as recommended, and loads the app for deep links", () => {
    expect(distribution().default_cache_behavior).toMatchObject({
      target_origin_id: "s3",
      cache_policy_id: CACHE_POLICIES.CachingOptimized,
      compress: true,
      viewer_protocol_policy: "redirect-to-https",
      function_association: [{ event_type: "viewer-request" }],
    });
  });

  it("sends /api/* to the load balancer with every method, and keeps nothing of it", () => {
    expect(distribution().ordered_cache_behavior).toEqual([
      {
        path_pattern: "/api/*",
        target_origin_id: "backend-alb",
        allowed_methods: ALL_METHODS,
        cached_methods: ["GET", "HEAD"],
        cache_policy_id: CACHE_POLICIES.CachingDisabled,
        origin_request_policy_id: ORIGIN_REQUEST_POLICIES.AllViewerExceptHostHeader,
        viewer_protocol_policy: "redirect-to-https",
      },
    ]);
  });

  it("lets this distribution alone read the bucket", () => {
    const { policy } = resource(synth(), "aws_s3_bucket_policy.frontend_bucket");
    expect(JSON.parse(String(policy)).Statement[1].Condition).toEqual({
      StringEquals: { "AWS:SourceArn": "${aws_cloudfront_distribution.distribution.arn}" },
    });
  });

  it.each([
    ["ALB_ARN", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/backend/1"],
    ["ALB_TAGS", "Service=backend,Environment=staging"],
  ])("finds the load balancer by %s", (variable, value) => {
    const stack = synth({ ALB_DNS_NAME: "", [variable]: value });
    const lookup = variable === "ALB_ARN" ? { arn: value } : { tags: { Service: "backend" } };
    expect(stack.data?.aws_lb?.["distribution_backend-alb"]).toMatchObject(lookup);
    expect(resource(stack, DISTRIBUTION).origin).toMatchObject([
      {},
      { domain_name: "${data.aws_lb.distribution_backend-alb.dns_name}" },
    ]);
  });

  it("writes the choice of HTTP down for the lint, and nothing with HTTPS", () => {
    expect(sampleComment("spa-alb", DISTRIBUTION)).toMatchObject({
      lint: {
        suppress: [
          {
            id: "no-http-only-origin",
            part: 'origin "backend-alb"',
            reason: expect.stringContaining("ALB_PROTOCOL=http-only was set"),
          },
        ],
      },
    });
    expect(sampleComment("spa-alb", DISTRIBUTION, HTTPS)).not.toHaveProperty("lint");
  });

  it("speaks HTTPS to a name of one's own, and makes its record in the hosted zone", () => {
    const stack = synth({ ...HTTPS, HOSTED_ZONE: "example.com" });
    expect(resource(stack, DISTRIBUTION).origin).toMatchObject([
      {},
      {
        domain_name: "backend.example.com",
        custom_origin_config: { origin_protocol_policy: "https-only" },
      },
    ]);
    expect(addresses(stack)).toContain("aws_route53_record.distribution_backend-alb");
    const existing = synth({ ...HTTPS, HOSTED_ZONE: "example.com", ALB_ORIGIN_RECORD: "off" });
    expect(addresses(existing)).not.toContain("aws_route53_record.distribution_backend-alb");
  });

  it("sends the load balancer the value of the origin lock, and S3 nothing", () => {
    expect(distribution({ ORIGIN_LOCK: "b" }).origin).toEqual([
      expect.not.objectContaining({ custom_header: expect.anything() }),
      expect.objectContaining({
        custom_header: [
          { name: "X-Origin-Verify", value: "${aws_ssm_parameter.origin_lock_b.value}" },
        ],
      }),
    ]);
  });

  it("refuses the distribution's own name as origin", () => {
    const changes = {
      ...HTTPS,
      HOSTED_ZONE: "example.com",
      SPA_ALB_DOMAIN_NAMES: "backend.example.com",
    };
    expect(() => synth(changes)).toThrow(
      'origin "backend-alb" is "backend.example.com", a name of the distribution itself',
    );
  });
});
