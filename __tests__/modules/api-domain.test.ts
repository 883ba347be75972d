import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { ApiDomain, type ApiDomainProps, LambdaHandler, RestApi } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

type Props = Omit<ApiDomainProps, "api">;

const minimum: Props = {
  domainName: "api.example.com",
  hostedZone: { name: "example.com" },
  basePath: "default",
};

const synth = (props: Partial<Props> = {}) =>
  synthesize((scope) => {
    new AwsProvider(scope, "Aws", { region: "eu-west-1" });
    const { function: handler } = new LambdaHandler(scope, "echo", {
      functionName: "echo",
      folder: "assets/handlers/echo",
    });
    const routes = [{ path: "/{proxy+}", handler }];
    const api = new RestApi(scope, "Api", { name: "shop", stageName: "prod", routes });
    new ApiDomain(scope, "api_domain", { ...minimum, api, ...props });
  });

const domain = (stack: ReturnType<typeof synth>) =>
  resource(stack, "aws_api_gateway_domain_name.api_domain");

describe("ApiDomain", () => {
  it("is regional with TLS 1.2 and a certificate of the stack's own region", () => {
    const stack = synth();
    expect(domain(stack)).toEqual({
      domain_name: "api.example.com",
      security_policy: "TLS_1_2",
      endpoint_configuration: { types: ["REGIONAL"] },
      regional_certificate_arn:
        "${aws_acm_certificate_validation.api_domain_certificate.certificate_arn}",
    });
    expect(resource(stack, "aws_acm_certificate.api_domain_certificate")).not.toHaveProperty(
      "provider",
    );
    expect(stack.provider?.aws).toEqual([{ region: "eu-west-1" }]);
  });

  it("maps its base path to the API's stage", () => {
    expect(resource(synth(), "aws_api_gateway_base_path_mapping.api_domain")).toEqual({
      domain_name: "${aws_api_gateway_domain_name.api_domain.domain_name}",
      api_id: "${aws_api_gateway_rest_api.rest_api.id}",
      stage_name: "${aws_api_gateway_stage.stage.stage_name}",
      base_path: "default",
    });
  });

  it("has records over IPv4 and IPv6", () => {
    const stack = synth();
    expect(addresses(stack).filter((address) => address.startsWith("aws_route53"))).toEqual([
      "aws_route53_record.api_domain_a",
      "aws_route53_record.api_domain_aaaa",
      "aws_route53_record.api_domain_certificate_validation",
    ]);
    for (const type of ["A", "AAAA"]) {
      expect(resource(stack, `aws_route53_record.api_domain_${type.toLowerCase()}`)).toEqual({
        zone_id: "${data.aws_route53_zone.example_com.zone_id}",
        name: "api.example.com",
        type,
        alias: {
          name: "${aws_api_gateway_domain_name.api_domain.regional_domain_name}",
          zone_id: "${aws_api_gateway_domain_name.api_domain.regional_zone_id}",
          evaluate_target_health: false,
        },
      });
    }
  });

  it("renders every prop: with EDGE the certificate is in us-east-1", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<Props> = {
      domainName: "v2.example.com",
      hostedZone: { id: "Z123" },
      basePath: "v2",
      endpointType: "EDGE",
    };
    const stack = synth(props);
    expect(domain(stack)).toEqual({
      domain_name: "v2.example.com",
      security_policy: "TLS_1_2",
      endpoint_configuration: { types: ["EDGE"] },
      certificate_arn: "${aws_acm_certificate_validation.api_domain_certificate.certificate_arn}",
    });
    expect(resource(stack, "aws_acm_certificate.api_domain_certificate").provider).toBe(
      "aws.us_east_1",
    );
    expect(resource(stack, "aws_route53_record.api_domain_a")).toMatchObject({
      zone_id: "Z123",
      alias: {
        name: "${aws_api_gateway_domain_name.api_domain.cloudfront_domain_name}",
        zone_id: "${aws_api_gateway_domain_name.api_domain.cloudfront_zone_id}",
      },
    });
    expect(resource(stack, "aws_api_gateway_base_path_mapping.api_domain").base_path).toBe("v2");
  });

  it.each([
    [
      "API.example.com",
      'domainName must be a domain name in lower case; only the first label may be *, got "API.example.com" (at test/api_domain)',
    ],
    [
      "api.example.org",
      'domainName is not in the hosted zone "example.com", so Route 53 refuses its record, got "api.example.org"',
    ],
  ])("refuses the name %s", (domainName, message) => {
    expect(() => synth({ domainName })).toThrow(message);
  });
});
