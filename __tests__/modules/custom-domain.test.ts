import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Distribution, type DomainProps, HostOrigin } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

const ARN = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d";

const minimum: DomainProps = {
  names: ["example.com", "www.example.com"],
  hostedZone: { name: "example.com" },
};

const synth = (props: Partial<DomainProps> = {}, region = "eu-west-1", ids = ["distribution"]) =>
  synthesize((scope) => {
    new AwsProvider(scope, "Aws", { region });
    for (const id of ids) {
      new Distribution(scope, id, {
        name: id,
        origins: { web: new HostOrigin({ domainName: "web.example.net" }) },
        defaultBehavior: { targetOriginId: "web" },
        domain: { ...minimum, ...props },
      });
    }
  });

describe("the domain of a distribution", () => {
  it.each(["eu-west-1", "us-east-1"])(
    "has a certificate in us-east-1, also when the stack is in %s",
    (region) => {
      const stack = synth({}, region);
      expect(stack.provider?.aws).toEqual([
        { region },
        { alias: "us_east_1", region: "us-east-1" },
      ]);
      for (const type of ["aws_acm_certificate", "aws_acm_certificate_validation"]) {
        expect(resource(stack, `${type}.distribution_domain_certificate`).provider).toBe(
          "aws.us_east_1",
        );
      }
    },
  );

  it("covers all its names, and offers TLS 1.2 and newer to viewers with SNI", () => {
    const stack = synth();
    expect(resource(stack, "aws_acm_certificate.distribution_domain_certificate")).toMatchObject({
      domain_name: "example.com",
      subject_alternative_names: ["www.example.com"],
    });
    expect(resource(stack, "aws_cloudfront_distribution.distribution")).toMatchObject({
      aliases: ["example.com", "www.example.com"],
      viewer_certificate: {
        acm_certificate_arn:
          "${aws_acm_certificate_validation.distribution_domain_certificate.certificate_arn}",
        ssl_support_method: "sni-only",
        minimum_protocol_version: "TLSv1.2_2021",
      },
    });
  });

  it("points every name at the distribution, over IPv4 and IPv6", () => {
    const stack = synth();
    expect(addresses(stack).filter((address) => address.startsWith("aws_route53"))).toEqual([
      "aws_route53_record.distribution_domain_certificate_validation",
      "aws_route53_record.distribution_domain_example_com_a",
      "aws_route53_record.distribution_domain_example_com_aaaa",
      "aws_route53_record.distribution_domain_www_example_com_a",
      "aws_route53_record.distribution_domain_www_example_com_aaaa",
    ]);
    for (const type of ["A", "AAAA"]) {
      const address = `aws_route53_record.distribution_domain_www_example_com_${type.toLowerCase()}`;
      expect(resource(stack, address)).toEqual({
        zone_id: "${data.aws_route53_zone.example_com.zone_id}",
        name: "www.example.com",
        type,
        alias: {
          name: "${aws_cloudfront_distribution.distribution.domain_name}",
          zone_id: "${aws_cloudfront_distribution.distribution.hosted_zone_id}",
          evaluate_target_health: false,
        },
      });
    }
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<DomainProps> = {
      names: ["example.com", "www.example.com"],
      hostedZone: { id: "Z123" },
      certificate: { arn: ARN, names: ["example.com", "*.example.com"] },
      redirect: false,
      replaceRecords: true,
    };
    const stack = synth(props);
    expect(addresses(stack)).toEqual([
      "aws_cloudfront_distribution.distribution",
      "aws_route53_record.distribution_domain_example_com_a",
      "aws_route53_record.distribution_domain_example_com_aaaa",
      "aws_route53_record.distribution_domain_www_example_com_a",
      "aws_route53_record.distribution_domain_www_example_com_aaaa",
    ]);
    expect(resource(stack, "aws_cloudfront_distribution.distribution")).toMatchObject({
      viewer_certificate: { acm_certificate_arn: ARN },
    });
    expect(addresses(stack).filter((address) => address.startsWith("aws_acm_"))).toEqual([]);
  });

  it.each([
    [{ replaceRecords: true }, true],
    [{ replaceRecords: false }, undefined],
    [{}, undefined],
  ])("takes the place of records that are there only when told: %j", (props, expected) => {
    const stack = synth(props);
    for (const type of ["a", "aaaa"]) {
      const record = resource(stack, `aws_route53_record.distribution_domain_example_com_${type}`);
      expect(record.allow_overwrite).toBe(expected);
    }
  });

  it("takes a wildcard and names that start with a digit", () => {
    const stack = synth({ names: ["1.example.com", "*.example.com"] });
    expect(addresses(stack)).toEqual(
      expect.arrayContaining([
        "aws_route53_record.distribution_domain__1_example_com_a",
        "aws_route53_record.distribution_domain___example_com_a",
      ]),
    );
  });

  it("shares the provider and the look-up of the zone with other distributions of the stack", () => {
    const names = { hostedZone: { name: "example.com" } };
    const stack = synth(names, "eu-west-1", ["one", "two"]);
    expect(stack.provider?.aws).toHaveLength(2);
    expect(Object.keys(stack.data?.aws_route53_zone ?? {})).toEqual(["example_com"]);
    expect(Object.keys(stack.resource?.aws_acm_certificate ?? {})).toEqual([
      "one_domain_certificate",
      "two_domain_certificate",
    ]);
  });

  it.each<[string, Partial<DomainProps>, string]>([
    [
      "a name in upper case",
      { names: ["Example.com"] },
      'a domain name must be a domain name in lower case; only the first label may be *, got "Example.com" (at test/distribution/domain)',
    ],
    [
      "a name outside the hosted zone",
      { names: ["example.com", "example.org"] },
      'a domain name is not in the hosted zone "example.com", so Route 53 refuses its record, got "example.org"',
    ],
    [
      "a name that is there twice",
      { names: ["example.com", "example.com"] },
      'the domain name "example.com" is listed twice; list it once',
    ],
    [
      "a redirect to a wildcard",
      { names: ["*.example.com", "example.com"] },
      'viewers cannot be sent to "*.example.com"; put a name without * first, or set redirect to false',
    ],
    [
      "a certificate in another region",
      { certificate: { arn: ARN.replace("us-east-1", "eu-west-1") } },
      'CloudFront takes certificates of AWS Certificate Manager in us-east-1 only, got "arn:aws:acm:eu-west-1:',
    ],
    [
      "what is no certificate",
      { certificate: { arn: "arn:aws:iam::123456789012:server-certificate/x" } },
      "CloudFront takes certificates of AWS Certificate Manager in us-east-1 only",
    ],
    [
      "a name that the certificate does not cover",
      { certificate: { arn: ARN, names: ["*.example.com"] } },
      'the certificate covers *.example.com, but not "example.com"; use another certificate or leave the name out',
    ],
  ])("refuses %s", (_what, props, message) => {
    expect(() => synth(props)).toThrow(message);
  });

  it("takes several names with a wildcard first when nobody is redirected", () => {
    expect(() => synth({ names: ["*.example.com", "example.com"], redirect: false })).not.toThrow();
  });

  it("leaves what the certificate covers to AWS when nobody says it", () => {
    expect(() => synth({ certificate: { arn: ARN } })).not.toThrow();
  });
});
