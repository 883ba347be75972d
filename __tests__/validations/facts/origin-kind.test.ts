import type { SynthesizedStack } from "../../../synthesized/stack";
import { distributionsOf } from "../../../validations/facts/distribution";
import { originKind } from "../../../validations/facts/origin-kind";
import { UNKNOWN } from "../../../validations/facts/value";

const kindOf = (domainName: string, rest: Partial<SynthesizedStack> = {}) => {
  const stack: SynthesizedStack = {
    ...rest,
    resource: {
      ...rest.resource,
      aws_cloudfront_distribution: { d: { origin: { origin_id: "o", domain_name: domainName } } },
    },
  };
  const [origin] = distributionsOf(stack)[0]?.origins ?? [];
  return origin && originKind(stack, origin);
};

describe("originKind", () => {
  it.each([
    ["site.s3.eu-west-1.amazonaws.com", "bucket"],
    ["site.s3.amazonaws.com", "bucket"],
    ["site.s3.cn-north-1.amazonaws.com.cn", "bucket"],
    ["site.s3-website-eu-west-1.amazonaws.com", "bucket-website"],
    ["site.s3-website.eu-central-1.amazonaws.com", "bucket-website"],
    ["abc.execute-api.eu-west-1.amazonaws.com", "rest-api"],
    ["abc.lambda-url.eu-west-1.on.aws", "function-url"],
    ["lb-1.eu-west-1.elb.amazonaws.com", "load-balancer"],
    ["lb-1.elb.eu-west-1.amazonaws.com", "load-balancer"],
    ["shop.eba-x.eu-west-1.elasticbeanstalk.com", "beanstalk"],
    ["www.example.com", "other"],
  ])("reads %s as %s", (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });

  it.each([
    ["${aws_s3_bucket.a.bucket_regional_domain_name}", "bucket"],
    ["${aws_s3_bucket_website_configuration.a.website_endpoint}", "bucket-website"],
    ['${replace(aws_api_gateway_stage.a.invoke_url, "/^x/", "$1")}', "rest-api"],
    ["${aws_api_gateway_rest_api.a.id}.execute-api.${var.region}.amazonaws.com", "rest-api"],
    ["${aws_apigatewayv2_api.a.id}.execute-api.eu-west-1.amazonaws.com", "http-api"],
    ['${element(split("/", aws_apigatewayv2_stage.a.invoke_url), 2)}', "http-api"],
    ["${aws_api_gateway_domain_name.a.regional_domain_name}", "api-domain"],
    ['${split("/", aws_lambda_function_url.a.function_url)[2]}', "function-url"],
    ["${data.aws_lb.a.dns_name}", "load-balancer"],
    ["${aws_elastic_beanstalk_environment.a.cname}", "beanstalk"],
  ])("reads the reference %s as %s", (name, kind) => {
    expect(kindOf(name)).toBe(kind);
  });

  it("follows a local to what it refers to", () => {
    const locals = { host: "${data.aws_lb.a.dns_name}" };
    expect(kindOf("${local.host}", { locals })).toBe("load-balancer");
  });

  it("knows the custom domain of an API of the configuration by its name", () => {
    const resource = { aws_apigatewayv2_domain_name: { a: { domain_name: "api.example.com" } } };
    expect(kindOf("api.example.com", { resource })).toBe("api-domain");
  });

  it("does not guess what a variable is", () => {
    expect(kindOf("${var.host}")).toBe(UNKNOWN);
  });
});
