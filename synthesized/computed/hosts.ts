// Machines and services with a host name of their own, as origins use them.
import { dnsSuffixOf } from "./partition";
import type { ComputedAttributes, ComputedTypes, ResourceView } from "./resource-view";
import { stableHex, stableId } from "./stable-id";

/** An address of the block that is kept for documentation (RFC 5737). */
function publicIp({ address }: ResourceView): string {
  return `203.0.113.${Number.parseInt(stableHex(address, 4), 16) % 254 || 1}`;
}

function publicDns(one: ResourceView): string {
  const host = `ec2-${publicIp(one).replaceAll(".", "-")}`;
  return one.region === "us-east-1"
    ? `${host}.compute-1.amazonaws.com`
    : `${host}.${one.region}.compute.${dnsSuffixOf(one.region)}`;
}

const instance: ComputedAttributes = {
  id: ({ address }) => `i-${stableHex(address, 17)}`,
  public_ip: publicIp,
  public_dns: publicDns,
};

const classicLoadBalancer: ComputedAttributes = {
  id: (lb) => lb.text("name") ?? `tf-lb-${stableHex(lb.address, 26)}`,
  dns_name: (lb) => {
    const number = Number.parseInt(stableHex(lb.address, 8), 16);
    return `${lb.text("name") ?? "tf-lb"}-${number}.${lb.region}.elb.${dnsSuffixOf(lb.region)}`;
  },
};

export const hostTypes: ComputedTypes = {
  aws_instance: instance,
  "data.aws_instance": instance,
  aws_eip: {
    id: ({ address }) => `eipalloc-${stableHex(address, 17)}`,
    allocation_id: ({ address }) => `eipalloc-${stableHex(address, 17)}`,
    public_ip: publicIp,
    public_dns: publicDns,
  },
  aws_elb: classicLoadBalancer,
  "data.aws_elb": classicLoadBalancer,
  aws_apprunner_service: {
    service_url: (one) => `${stableId(one.address, 10)}.${one.region}.awsapprunner.com`,
  },
  aws_amplify_app: {
    id: ({ address }) => `d${stableId(address, 13)}`,
    default_domain: (one) => `${one.text("id")}.amplifyapp.com`,
  },
  aws_cognito_user_pool_domain: {
    cloudfront_distribution: ({ address }) => `d${stableId(address, 13)}.cloudfront.net`,
  },
};
