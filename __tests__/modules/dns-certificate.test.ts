import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput } from "cdktf";
import { DnsCertificate, type DnsCertificateProps } from "../../modules";
import { usEast1 } from "../../modules/us-east-1";
import { addresses, resource, synthesize } from "../support/synth";

const minimum: DnsCertificateProps = { names: ["example.com"], hostedZone: { id: "Z123" } };

const synth = (props: Partial<DnsCertificateProps> = {}, inUsEast1 = false) =>
  synthesize((scope) => {
    new AwsProvider(scope, "Aws", { region: "eu-west-1" });
    const provider = inUsEast1 ? { provider: usEast1(scope) } : {};
    const { arn } = new DnsCertificate(scope, "tls", { ...minimum, ...props, ...provider });
    new TerraformOutput(scope, "arn", { value: arn });
  });

describe("DnsCertificate", () => {
  it("needs names and a hosted zone, and is in the stack's region", () => {
    const stack = synth();
    expect(addresses(stack)).toEqual([
      "aws_acm_certificate.tls",
      "aws_acm_certificate_validation.tls",
      "aws_route53_record.tls_validation",
    ]);
    expect(resource(stack, "aws_acm_certificate.tls")).toEqual({
      domain_name: "example.com",
      validation_method: "DNS",
      lifecycle: { create_before_destroy: true },
    });
  });

  it("renders every prop", () => {
    const stack = synth(
      { names: ["example.com", "www.example.com"], hostedZone: { name: "example.com" } },
      true,
    );
    expect(resource(stack, "aws_acm_certificate.tls")).toMatchObject({
      domain_name: "example.com",
      subject_alternative_names: ["www.example.com"],
      provider: "aws.us_east_1",
    });
    expect(resource(stack, "aws_acm_certificate_validation.tls").provider).toBe("aws.us_east_1");
    expect(resource(stack, "aws_route53_record.tls_validation")).toMatchObject({
      zone_id: "${data.aws_route53_zone.example_com.zone_id}",
    });
  });

  it("proves its names by records whose keys Terraform knows before the first apply", () => {
    expect(resource(synth(), "aws_route53_record.tls_validation")).toEqual({
      // A list of this set would be unknown, and so would its keys.
      for_each:
        "${{ for option in aws_acm_certificate.tls.domain_validation_options : option.domain_name => option }}",
      zone_id: "Z123",
      name: "${each.value.resource_record_name}",
      type: "${each.value.resource_record_type}",
      records: ["${each.value.resource_record_value}"],
      ttl: 300,
      allow_overwrite: true,
    });
  });

  it("gives its ARN once it is valid", () => {
    const stack = synth();
    expect(stack.output?.arn?.value).toBe("${aws_acm_certificate_validation.tls.certificate_arn}");
    expect(resource(stack, "aws_acm_certificate_validation.tls")).toEqual({
      certificate_arn: "${aws_acm_certificate.tls.arn}",
      validation_record_fqdns: "${[for record in aws_route53_record.tls_validation : record.fqdn]}",
    });
  });
});
