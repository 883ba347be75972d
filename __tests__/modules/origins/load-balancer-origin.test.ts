import {
  beanstalkLoadBalancer,
  Distribution,
  LoadBalancerOrigin,
  type LoadBalancerOriginProps,
} from "../../../modules";
import { CUSTOM_ORIGIN_OPTIONS, RENDERED_CUSTOM_OPTIONS } from "../../support/origin-options";
import { addresses, resource, synthesize } from "../../support/synth";

const dnsName = "backend-1.eu-west-1.elb.amazonaws.com";
const minimum: LoadBalancerOriginProps = { loadBalancer: { dnsName }, protocol: "http-only" };

const synth = (props: Partial<LoadBalancerOriginProps> = {}) =>
  synthesize((scope) => {
    new Distribution(scope, "distribution", {
      name: "shop",
      origins: { alb: new LoadBalancerOrigin({ ...minimum, ...props }) },
      defaultBehavior: { targetOriginId: "alb" },
    });
  });

const origin = (stack: ReturnType<typeof synth>) =>
  resource(stack, "aws_cloudfront_distribution.distribution").origin;

describe("LoadBalancerOrigin", () => {
  it("needs a load balancer and how to reach it: HTTP on port 80 when that is said", () => {
    const stack = synth();
    expect(stack.data).toBeUndefined();
    expect(origin(stack)).toEqual([
      {
        origin_id: "alb",
        domain_name: dnsName,
        custom_origin_config: {
          http_port: 80,
          https_port: 443,
          origin_protocol_policy: "http-only",
          origin_ssl_protocols: ["TLSv1.2"],
        },
      },
    ]);
  });

  it.each([{ arn: "arn:lb" }, { tags: { Service: "backend" } }])("looks it up by %j", (lookup) => {
    const stack = synth({ loadBalancer: lookup });
    expect(stack.data?.aws_lb?.distribution_alb).toMatchObject(lookup);
    expect(origin(stack)).toMatchObject([
      { domain_name: "${data.aws_lb.distribution_alb.dns_name}" },
    ]);
  });

  it("speaks HTTPS only to a name of one's own, whose record exists", () => {
    const stack = synth({ protocol: { httpsDomainName: "lb.example.com" } });
    expect(addresses(stack)).toEqual(["aws_cloudfront_distribution.distribution"]);
    expect(origin(stack)).toMatchObject([
      {
        domain_name: "lb.example.com",
        custom_origin_config: { origin_protocol_policy: "https-only" },
      },
    ]);
  });

  const protocol = { httpsDomainName: "lb.example.com", hostedZone: { name: "example.com" } };

  it("makes the record of that name: an alias to the load balancer that was looked up", () => {
    const stack = synth({ loadBalancer: { arn: "arn:lb" }, protocol });
    expect(resource(stack, "aws_route53_record.distribution_alb")).toEqual({
      zone_id: "${data.aws_route53_zone.example_com.zone_id}",
      name: "lb.example.com",
      type: "A",
      alias: {
        name: "${data.aws_lb.distribution_alb.dns_name}",
        zone_id: "${data.aws_lb.distribution_alb.zone_id}",
        evaluate_target_health: false,
      },
    });
  });

  it("makes the record of that name: a CNAME when only the DNS name is known", () => {
    expect(resource(synth({ protocol }), "aws_route53_record.distribution_alb")).toMatchObject({
      name: "lb.example.com",
      type: "CNAME",
      ttl: 300,
      records: [dnsName],
    });
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<LoadBalancerOriginProps> = {
      ...minimum,
      ...CUSTOM_ORIGIN_OPTIONS,
    };
    expect(origin(synth(props))).toMatchObject([
      {
        ...RENDERED_CUSTOM_OPTIONS,
      },
    ]);
  });

  it("refuses a record outside the hosted zone", () => {
    const outside = { httpsDomainName: "lb.example.org", hostedZone: { name: "example.com" } };
    expect(() => synth({ protocol: outside })).toThrow(
      'httpsDomainName is not in the hosted zone "example.com", so Route 53 refuses its record, got "lb.example.org"; leave hostedZone out when the record exists already (at test/distribution/Origins/alb)',
    );
  });
});

describe("beanstalkLoadBalancer", () => {
  it.each(["shop-staging", "Prod1", "abcd", "x".repeat(40)])(
    "finds the load balancer of %s by Elastic Beanstalk's tag",
    (name) => {
      expect(beanstalkLoadBalancer(name)).toEqual({
        tags: { "elasticbeanstalk:environment-name": name },
      });
    },
  );

  it.each(["abc", "x".repeat(41), "-abc", "abc-", "a_bc", "shop staging", ""])(
    "refuses %j, which is no name of an environment",
    (name) => {
      expect(() => beanstalkLoadBalancer(name)).toThrow(
        `an Elastic Beanstalk environment's name has 4 to 40 letters, digits or hyphens, got "${name}"`,
      );
    },
  );
});
