// Load balancers, Elastic Beanstalk, DNS and certificates: the hosts in front of an application.
import type { Json } from "../stack";
import { arn, globalArn } from "./arn";
import { dnsSuffixOf } from "./partition";
import {
  type ComputedAttributes,
  type ComputedTypes,
  type ResourceView,
  textOf,
} from "./resource-view";
import { stableHex, stableId, stableUuid } from "./stable-id";

const loadBalancer: ComputedAttributes = {
  id: textOf("arn"),
  arn: (lb) =>
    arn(
      lb,
      "elasticloadbalancing",
      `loadbalancer/app/${lb.text("name")}/${stableHex(lb.address, 16)}`,
    ),
  arn_suffix: (lb) => `app/${lb.text("name")}/${stableHex(lb.address, 16)}`,
  dns_name: (lb) => {
    const scheme = lb.value("internal") === true ? "internal-" : "";
    const number = Number.parseInt(stableHex(lb.address, 8), 16);
    return `${scheme}${lb.text("name")}-${number}.${lb.region}.elb.${dnsSuffixOf(lb.region)}`;
  },
  // From the address, as a data source may find it by its tags.
  name: ({ address }) =>
    address
      .replace(/^.*\./, "")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .slice(0, 32),
  zone_id: ({ region }) => `Z${stableId(`elb ${region}`, 13).toUpperCase()}`,
};

const environment: ComputedAttributes = {
  id: ({ address }) => `e-${stableId(address, 10)}`,
  arn: (one) =>
    arn(one, "elasticbeanstalk", `environment/${one.text("application")}/${one.text("name")}`),
  cname: (one) =>
    `${one.text("cname_prefix") ?? one.text("name")}.${one.region}.elasticbeanstalk.com`,
  endpoint_url: (one) =>
    `awseb-${stableId(one.address, 10)}.${one.region}.elb.${dnsSuffixOf(one.region)}`,
  load_balancers: (one) => [
    arn(one, "elasticloadbalancing", `loadbalancer/app/awseb/${stableHex(one.address, 16)}`),
  ],
};

const certificate: ComputedAttributes = {
  arn: (one) => arn(one, "acm", `certificate/${stableUuid(one.address)}`),
  id: textOf("arn"),
  status: () => "ISSUED",
};

const zone: ComputedAttributes = {
  id: textOf("zone_id"),
  arn: (one) => `arn:${one.partition}:route53:::hostedzone/${one.text("zone_id")}`,
  name_servers: () => [1, 2, 3, 4].map((n) => `ns-${n}.awsdns-${n}0.com`),
  zone_id: ({ address }) => `Z${stableId(address, 13).toUpperCase()}`,
};

export const networkTypes: ComputedTypes = {
  aws_lb: loadBalancer,
  aws_alb: loadBalancer,
  "data.aws_lb": loadBalancer,
  "data.aws_alb": loadBalancer,
  aws_lb_listener: {
    id: textOf("arn"),
    arn: (one) => arn(one, "elasticloadbalancing", `listener/app/${stableHex(one.address, 16)}`),
  },
  aws_lb_target_group: {
    id: textOf("arn"),
    arn: (one) => arn(one, "elasticloadbalancing", `targetgroup/${stableHex(one.address, 16)}`),
  },
  aws_elastic_beanstalk_application: {
    id: textOf("name"),
    arn: (one) => arn(one, "elasticbeanstalk", `application/${one.text("name")}`),
  },
  aws_elastic_beanstalk_environment: environment,
  aws_acm_certificate: { ...certificate, domain_validation_options: validationOptions },
  "data.aws_acm_certificate": { ...certificate, domain: textOf("domain") },
  aws_acm_certificate_validation: { id: textOf("certificate_arn") },
  aws_route53_zone: zone,
  "data.aws_route53_zone": zone,
  aws_route53_record: {
    id: (one) => `${one.text("zone_id")}_${one.text("name")}_${one.text("type")}`,
    fqdn: textOf("name"),
  },
  aws_security_group: {
    id: ({ address }) => `sg-${stableHex(address, 17)}`,
    arn: (one) => arn(one, "ec2", `security-group/${one.text("id")}`),
  },
  "data.aws_ec2_managed_prefix_list": { id: ({ address }) => `pl-${stableHex(address, 8)}` },
  aws_wafv2_web_acl: {
    id: ({ address }) => stableUuid(address),
    arn: (acl) =>
      acl.text("scope") === "CLOUDFRONT"
        ? `arn:${acl.partition}:wafv2:us-east-1:${acl.accountId}:global/webacl/${acl.text("name")}/${acl.text("id")}`
        : arn(acl, "wafv2", `regional/webacl/${acl.text("name")}/${acl.text("id")}`),
    capacity: () => 0,
  },
  aws_shield_protection: {
    id: ({ address }) => stableUuid(address),
    arn: (one) => globalArn(one, "shield", `protection/${one.text("id")}`),
  },
};

function validationOptions(one: ResourceView): Json {
  const others = one.value("subject_alternative_names");
  const names = [
    one.text("domain_name") ?? "",
    ...(Array.isArray(others) ? others.map(String) : []),
  ];
  return [...new Set(names)].map((domain) => ({
    domain_name: domain,
    resource_record_name: `_${stableHex(domain, 32)}.${domain.replace(/^\*\./, "")}.`,
    resource_record_type: "CNAME",
    resource_record_value: `_${stableHex(`value ${domain}`, 32)}.acm-validations.aws.`,
  }));
}
