import { ALL_METHODS } from "../../modules";
import { outputs, sampleComment, sampleStack, withoutFiles } from "../support/sample-stack";
import { addresses, resource } from "../support/synth";

const synth = (changes?: Record<string, string>) => sampleStack("beanstalk", changes);
const STAGING = "aws_cloudfront_distribution.shop-staging";
const PRODUCTION = "aws_cloudfront_distribution.shop-production";
const CORS = ["Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"];

const forwarded = (changes: Record<string, string>) =>
  resource(synth(changes), "aws_cloudfront_origin_request_policy.shop-staging");

describe("BeanstalkStack", () => {
  it("synthesizes the reference architecture", () => {
    expect(withoutFiles(synth())).toMatchSnapshot();
  });

  it("keeps its addresses, which are a contract with every state there is", () => {
    expect(addresses(synth())).toEqual([
      "aws_acm_certificate.shop-production_domain_certificate",
      "aws_acm_certificate_validation.shop-production_domain_certificate",
      "aws_cloudfront_cache_policy.shop-production",
      "aws_cloudfront_cache_policy.shop-staging",
      "aws_cloudfront_distribution.shop-production",
      "aws_cloudfront_distribution.shop-staging",
      "aws_cloudfront_function.shop-production_default_viewer_request",
      "aws_cloudfront_origin_request_policy.shop-production",
      "aws_cloudfront_origin_request_policy.shop-staging",
      "aws_route53_record.shop-production_beanstalk",
      "aws_route53_record.shop-production_domain_certificate_validation",
      "aws_route53_record.shop-production_domain_example_com_a",
      "aws_route53_record.shop-production_domain_example_com_aaaa",
      "aws_route53_record.shop-production_domain_www_example_com_a",
      "aws_route53_record.shop-production_domain_www_example_com_aaaa",
    ]);
  });

  it("gives the domain and the id of each distribution", () => {
    expect(outputs(synth())).toEqual({
      "shop-production_url": "${aws_cloudfront_distribution.shop-production.domain_name}",
      "shop-production_distribution_id": "${aws_cloudfront_distribution.shop-production.id}",
      "shop-staging_url": "${aws_cloudfront_distribution.shop-staging.domain_name}",
      "shop-staging_distribution_id": "${aws_cloudfront_distribution.shop-staging.id}",
    });
  });

  it("finds each environment's load balancer by the tag that Elastic Beanstalk gives it", () => {
    const stack = synth();
    for (const name of ["shop-staging", "shop-production"]) {
      expect(stack.data?.aws_lb?.[`${name}_beanstalk`]).toMatchObject({
        tags: { "elasticbeanstalk:environment-name": name },
      });
    }
    expect(resource(stack, STAGING).origin).toMatchObject([
      { domain_name: "${data.aws_lb.shop-staging_beanstalk.dns_name}" },
    ]);
  });

  it("redirects to HTTPS, takes every method and asks the application each time", () => {
    expect(resource(synth(), STAGING).default_cache_behavior).toEqual({
      target_origin_id: "beanstalk",
      viewer_protocol_policy: "redirect-to-https",
      allowed_methods: ALL_METHODS,
      cached_methods: ["GET", "HEAD"],
      cache_policy_id: "${aws_cloudfront_cache_policy.shop-staging.id}",
      origin_request_policy_id: "${aws_cloudfront_origin_request_policy.shop-staging.id}",
    });
    expect(resource(synth(), STAGING)).not.toHaveProperty("default_root_object");
  });

  it.each(["shop-staging", "shop-production"])(
    "has a cache policy of its own for %s, with all durations 0",
    (name) => {
      const policy = resource(synth(), `aws_cloudfront_cache_policy.${name}`);
      expect(policy).toMatchObject({
        name: `shop-staging-${name}-no-cache`,
        min_ttl: 0,
        default_ttl: 0,
        max_ttl: 0,
      });
    },
  );

  it("passes the headers of CORS, the query and cookies", () => {
    expect(forwarded({ BEANSTALK_HEADERS: "" })).toMatchObject({
      name: "shop-staging-shop-staging-cors",
      headers_config: { header_behavior: "whitelist", headers: { items: CORS } },
      cookies_config: { cookie_behavior: "all" },
      query_strings_config: { query_string_behavior: "all" },
    });
  });

  it("passes what the application needs besides, and drops what it does not", () => {
    const policy = forwarded({
      BEANSTALK_HEADERS: "Accept-Language",
      BEANSTALK_DROP_COOKIES: "on",
      BEANSTALK_DROP_QUERY: "on",
    });
    expect(policy).toMatchObject({
      headers_config: { headers: { items: [...CORS, "Accept-Language"] } },
      cookies_config: { cookie_behavior: "none" },
      query_strings_config: { query_string_behavior: "none" },
    });
  });

  it("can pass every header but Host, and so Authorization too", () => {
    expect(forwarded({ BEANSTALK_HEADERS: "all" }).headers_config).toEqual({
      header_behavior: "allExcept",
      headers: { items: ["Host"] },
    });
  });

  it("speaks HTTPS to an origin domain, whose record points at the load balancer", () => {
    const stack = synth();
    expect(resource(stack, PRODUCTION).origin).toMatchObject([
      {
        domain_name: "origin.example.com",
        custom_origin_config: { origin_protocol_policy: "https-only" },
      },
    ]);
    expect(resource(stack, "aws_route53_record.shop-production_beanstalk")).toMatchObject({
      name: "origin.example.com",
      type: "A",
      alias: { name: "${data.aws_lb.shop-production_beanstalk.dns_name}" },
    });
  });

  it("speaks HTTP where it was chosen, which is written down for the lint", () => {
    expect(resource(synth(), STAGING).origin).toMatchObject([
      { custom_origin_config: { origin_protocol_policy: "http-only", http_port: 80 } },
    ]);
    expect(sampleComment("beanstalk", STAGING)).toMatchObject({
      lint: { suppress: [{ id: "no-http-only-origin", part: 'origin "beanstalk"' }] },
    });
    expect(sampleComment("beanstalk", PRODUCTION)).not.toHaveProperty("lint");
  });

  it("gives an environment its domain names, and the others none", () => {
    const stack = synth();
    expect(resource(stack, PRODUCTION)).toMatchObject({
      aliases: ["www.example.com", "example.com"],
      viewer_certificate: { ssl_support_method: "sni-only" },
    });
    expect(resource(stack, STAGING).viewer_certificate).toEqual({
      cloudfront_default_certificate: true,
    });
  });

  it("shares one provider in us-east-1 and one look-up of the zone among its distributions", () => {
    const stack = synth({
      BEANSTALK_DOMAIN_NAMES: "shop-production=www.example.com,shop-staging=test.example.com",
    });
    expect(stack.provider?.aws).toEqual([
      expect.objectContaining({ region: "eu-west-1" }),
      expect.objectContaining({ region: "us-east-1", alias: "us_east_1" }),
    ]);
    expect(Object.keys(stack.data?.aws_route53_zone ?? {})).toEqual(["example_com"]);
  });

  it("locks each distribution with secrets of its own", () => {
    expect(
      addresses(synth({ ORIGIN_LOCK: "a" })).filter((address) => address.startsWith("aws_ssm")),
    ).toEqual([
      "aws_ssm_parameter.shop-production_origin_lock_a",
      "aws_ssm_parameter.shop-production_origin_lock_b",
      "aws_ssm_parameter.shop-staging_origin_lock_a",
      "aws_ssm_parameter.shop-staging_origin_lock_b",
    ]);
  });

  it("has addresses and outputs for names with capitals and digits in front", () => {
    const stack = synth({
      BEANSTALK_ENVIRONMENTS: "Shop-Prod,2nd-shop",
      BEANSTALK_ORIGIN_DOMAINS: "",
      BEANSTALK_DOMAIN_NAMES: "",
      ACCESS_LOGS: "on",
    });
    expect(Object.keys(stack.resource?.aws_cloudfront_distribution ?? {}).sort()).toEqual([
      "_2nd-shop",
      "_Shop-Prod",
    ]);
    expect(stack.data?.aws_lb?.["_Shop-Prod_beanstalk"]).toMatchObject({
      tags: { "elasticbeanstalk:environment-name": "Shop-Prod" },
    });
    expect(resource(stack, "aws_s3_bucket._Shop-Prod_logs_bucket").bucket_prefix).toBe(
      "shop-staging-shop-prod-logs-",
    );
    expect(Object.keys(outputs(stack))).toContain("_2nd-shop_url");
  });
});
