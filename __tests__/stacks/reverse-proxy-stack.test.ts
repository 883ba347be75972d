import { ALL_METHODS } from "../../modules";
import { outputs, sampleStack, withoutFiles } from "../support/sample-stack";
import { addresses, resource } from "../support/synth";

const DISTRIBUTION = "aws_cloudfront_distribution.distribution";
const NO_DOMAIN = { API_DOMAIN: "", HOSTED_ZONE: "" };

const synth = (changes?: Record<string, string>) => sampleStack("reverse-proxy", changes);
const distribution = (changes?: Record<string, string>) => resource(synth(changes), DISTRIBUTION);
const apiAddresses = (changes?: Record<string, string>) =>
  addresses(synth(changes)).filter((address) => address.startsWith("aws_api_gateway_method."));

const CONNECTION = {
  http_port: 80,
  https_port: 443,
  origin_protocol_policy: "https-only",
  origin_ssl_protocols: ["TLSv1.2"],
};

describe("ReverseProxyStack", () => {
  it("synthesizes the reference architecture", () => {
    expect(withoutFiles(synth())).toMatchSnapshot();
  });

  it("keeps its addresses, which are a contract with every state there is", () => {
    const stable = addresses(synth({ CORS: "off" })).filter(
      (address) => !/aws_s3_object\.site|aws_s3_bucket_/.test(address),
    );
    expect(stable).toEqual([
      "aws_acm_certificate.api_domain_certificate",
      "aws_acm_certificate_validation.api_domain_certificate",
      "aws_api_gateway_authorizer.authorizer",
      "aws_api_gateway_base_path_mapping.api_domain",
      "aws_api_gateway_deployment.deployment",
      "aws_api_gateway_domain_name.api_domain",
      "aws_api_gateway_integration.cf-apigw_auth-iam_get",
      "aws_api_gateway_integration.cf-apigw_auth_get",
      "aws_api_gateway_integration.cf-apigw_proxy",
      "aws_api_gateway_integration.cf-cust-domain_auth-iam_get",
      "aws_api_gateway_integration.cf-cust-domain_auth_get",
      "aws_api_gateway_integration.cf-cust-domain_proxy",
      "aws_api_gateway_integration.proxy",
      "aws_api_gateway_method.cf-apigw_auth-iam_get",
      "aws_api_gateway_method.cf-apigw_auth_get",
      "aws_api_gateway_method.cf-apigw_proxy",
      "aws_api_gateway_method.cf-cust-domain_auth-iam_get",
      "aws_api_gateway_method.cf-cust-domain_auth_get",
      "aws_api_gateway_method.cf-cust-domain_proxy",
      "aws_api_gateway_method.proxy",
      "aws_api_gateway_resource.cf-apigw",
      "aws_api_gateway_resource.cf-apigw_auth",
      "aws_api_gateway_resource.cf-apigw_auth-iam",
      "aws_api_gateway_resource.cf-apigw_proxy",
      "aws_api_gateway_resource.cf-cust-domain",
      "aws_api_gateway_resource.cf-cust-domain_auth",
      "aws_api_gateway_resource.cf-cust-domain_auth-iam",
      "aws_api_gateway_resource.cf-cust-domain_proxy",
      "aws_api_gateway_resource.proxy",
      "aws_api_gateway_rest_api.rest_api",
      "aws_api_gateway_stage.stage",
      "aws_cloudfront_distribution.distribution",
      "aws_cloudfront_function.distribution_default_viewer_request",
      "aws_cloudfront_origin_access_control.distribution_s3",
      "aws_cloudwatch_log_group.echo",
      "aws_cloudwatch_log_group.token_authorizer",
      "aws_iam_role.echo",
      "aws_iam_role.token_authorizer",
      "aws_iam_role_policy.echo",
      "aws_iam_role_policy.token_authorizer",
      "aws_lambda_function.echo",
      "aws_lambda_function.token_authorizer",
      "aws_lambda_permission.echo",
      "aws_lambda_permission.token_authorizer",
      "aws_route53_record.api_domain_a",
      "aws_route53_record.api_domain_aaaa",
      "aws_route53_record.api_domain_certificate_validation",
      "aws_s3_bucket.frontend_bucket",
      "aws_s3_object.page_config",
    ]);
  });

  it("gives the endpoints of CloudFront, the API and its custom domain", () => {
    expect(outputs(synth())).toEqual({
      cloudfront_endpoint: "${aws_cloudfront_distribution.distribution.domain_name}",
      api_endpoint: "${aws_api_gateway_stage.stage.invoke_url}",
      custom_domain_endpoint: "https://api.example.com/default",
      distribution_id: "${aws_cloudfront_distribution.distribution.id}",
      bucket_name: "${aws_s3_bucket.frontend_bucket.id}",
    });
  });

  it("reaches the API by its own domain and stage, and by the custom domain and base path", () => {
    expect(distribution().origin).toEqual([
      {
        origin_id: "s3",
        domain_name: "${aws_s3_bucket.frontend_bucket.bucket_regional_domain_name}",
        origin_access_control_id: "${aws_cloudfront_origin_access_control.distribution_s3.id}",
      },
      {
        origin_id: "cf-apigw",
        domain_name:
          '${replace(aws_api_gateway_stage.stage.invoke_url, "/^https?://([^/]*).*/", "$1")}',
        origin_path: "/prod",
        custom_origin_config: CONNECTION,
      },
      {
        origin_id: "cf-cust-domain",
        domain_name: "${aws_api_gateway_domain_name.api_domain.domain_name}",
        origin_path: "/default",
        custom_origin_config: CONNECTION,
      },
    ]);
    expect(resource(synth(), "aws_api_gateway_stage.stage").stage_name).toBe("prod");
    expect(resource(synth(), "aws_api_gateway_base_path_mapping.api_domain").base_path).toBe(
      "default",
    );
  });

  it("has both paths with all methods and TTLs 0, and forwards Authorization, never Host", () => {
    expect(distribution().ordered_cache_behavior).toEqual(
      ["cf-apigw", "cf-cust-domain"].map((id) => ({
        path_pattern: `/${id}/*`,
        target_origin_id: id,
        allowed_methods: ALL_METHODS,
        cached_methods: ["GET", "HEAD"],
        viewer_protocol_policy: "redirect-to-https",
        min_ttl: 0,
        default_ttl: 0,
        max_ttl: 0,
        forwarded_values: {
          query_string: true,
          cookies: { forward: "all" },
          headers: ["Authorization"],
        },
      })),
    );
  });

  it("has the routes that echo, ask the authorizer, and ask for a signature under each prefix", () => {
    const stack = synth();
    const method = (name: string) => resource(stack, `aws_api_gateway_method.${name}`);
    expect(method("proxy")).toMatchObject({ http_method: "ANY", authorization: "NONE" });
    expect(resource(stack, "aws_api_gateway_resource.proxy").path_part).toBe("{proxy+}");
    for (const prefix of ["cf-apigw", "cf-cust-domain"]) {
      // The catch-all of the root leaves out what is below its siblings.
      expect(method(`${prefix}_proxy`)).toMatchObject({
        http_method: "ANY",
        authorization: "NONE",
      });
      expect(method(`${prefix}_auth_get`)).toMatchObject({
        http_method: "GET",
        authorization: "CUSTOM",
        authorizer_id: "${aws_api_gateway_authorizer.authorizer.id}",
      });
      expect(method(`${prefix}_auth-iam_get`)).toMatchObject({
        http_method: "GET",
        authorization: "AWS_IAM",
      });
    }
  });

  it("takes the token from Authorization, and never keeps an answer to it", () => {
    expect(resource(synth(), "aws_api_gateway_authorizer.authorizer")).toMatchObject({
      type: "TOKEN",
      identity_source: "method.request.header.Authorization",
      authorizer_result_ttl_in_seconds: 0,
      authorizer_uri: "${aws_lambda_function.token_authorizer.invoke_arn}",
    });
  });

  it("answers every method by the one function that echoes", () => {
    const integrations = Object.values(synth().resource?.aws_api_gateway_integration ?? {});
    const backends = integrations.filter(({ type }) => type === "AWS_PROXY").map(({ uri }) => uri);
    expect(backends).toHaveLength(7);
    expect(new Set(backends)).toEqual(new Set(["${aws_lambda_function.echo.invoke_arn}"]));
  });

  it("answers preflights, and lets the function do so, only with CORS=on", () => {
    const preflights = (changes: Record<string, string>) =>
      apiAddresses(changes).filter((address) => address.endsWith("_options"));
    expect(preflights({ CORS: "on" })).toHaveLength(7);
    expect(preflights({ CORS: "" })).toEqual([]);
    const echo = (cors: string) => resource(synth({ CORS: cors }), "aws_lambda_function.echo");
    expect(echo("on").environment).toEqual({ variables: { CORS: "on" } });
    expect(echo("off")).not.toHaveProperty("environment");
  });

  it("has a custom domain with TLS 1.2, regional or, as the original, EDGE", () => {
    const domain = (endpoint: string) =>
      resource(synth({ API_ENDPOINT_TYPE: endpoint }), "aws_api_gateway_domain_name.api_domain");
    expect(domain("REGIONAL")).toMatchObject({
      domain_name: "api.example.com",
      security_policy: "TLS_1_2",
      endpoint_configuration: { types: ["REGIONAL"] },
    });
    expect(domain("EDGE").endpoint_configuration).toEqual({ types: ["EDGE"] });
    expect(domain("EDGE")).toHaveProperty("certificate_arn");
  });

  it("leaves the half of the custom domain out without one", () => {
    const stack = synth(NO_DOMAIN);
    expect(JSON.stringify(stack)).not.toMatch(/cf-cust-domain|api_domain|route53|acm/);
    expect(Object.keys(outputs(stack))).not.toContain("custom_domain_endpoint");
    expect(resource(stack, DISTRIBUTION).ordered_cache_behavior).toMatchObject([
      { path_pattern: "/cf-apigw/*" },
    ]);
    expect(apiAddresses({ ...NO_DOMAIN, CORS: "off" })).toHaveLength(4);
  });

  it("can take the prefix off at the edge, and then the API knows none", () => {
    const stack = synth({ API_PREFIX: "strip", CORS: "off" });
    expect(apiAddresses({ API_PREFIX: "strip", CORS: "off" })).toEqual([
      "aws_api_gateway_method.auth-iam_get",
      "aws_api_gateway_method.auth_get",
      "aws_api_gateway_method.proxy",
    ]);
    for (const id of ["cf-apigw", "cf-cust-domain"]) {
      const address = `aws_cloudfront_function.distribution_${id}_viewer_request`;
      expect(resource(stack, address).code).toContain(`var PREFIX = "/${id}";`);
    }
  });

  it("tells the page its endpoints in a file that is never kept", () => {
    const { cache_control, content, key } = resource(synth(), "aws_s3_object.page_config");
    expect({ cache_control, key }).toEqual({ cache_control: "no-cache", key: "config.json" });
    expect(JSON.parse(String(content))).toEqual({
      region: "eu-west-1",
      apiEndpoint: "${aws_api_gateway_stage.stage.invoke_url}",
      customDomainEndpoint: "https://api.example.com/default",
      cloudfrontDomain: "${aws_cloudfront_distribution.distribution.domain_name}",
      stageName: "prod",
      basePath: "default",
      cors: true,
      stripPrefix: false,
    });
  });

  it("uploads the page, index.html last", () => {
    const objects = synth().resource?.aws_s3_object ?? {};
    expect(objects).toHaveProperty("site_index_html");
    expect(objects.site_index_html?.depends_on).not.toHaveLength(0);
  });
});
