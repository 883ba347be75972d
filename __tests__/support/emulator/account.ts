// What an account has before this project comes: a state bucket, hosted zones, load balancers.
import { sampleVariables } from "../sample-settings";
import { ask } from "./ask";
import type { Emulator } from "./emulator";
import { createStateBucket } from "./state-bucket";

export interface LoadBalancer {
  readonly arn: string;
  readonly dnsName: string;
}

/** Creates what the sample settings take for granted: the state bucket and the hosted zone. */
export async function createSampleAccount(emulator: Emulator): Promise<void> {
  const { STATE_BUCKET = "" } = sampleVariables("state");
  await createStateBucket(emulator, STATE_BUCKET);
  await createHostedZone(emulator, "example.com");
}

/** Creates a public hosted zone. @returns its id, such as `Z0123456789ABC` */
export async function createHostedZone(emulator: Emulator, name: string): Promise<string> {
  const answer = await answered(emulator, {
    service: "route53",
    path: "/2013-04-01/hostedzone",
    region: "us-east-1",
    body: `<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>${name}</Name><CallerReference>${name}</CallerReference></CreateHostedZoneRequest>`,
  });
  return found(/<Id>\/hostedzone\/(\w+)<\/Id>/, answer);
}

/** Points a name of `example.com` at a load balancer, as its owner did before this project came. */
export async function createAddressRecord(
  emulator: Emulator,
  name: string,
  { dnsName }: LoadBalancer,
): Promise<void> {
  const route53 = { service: "route53", region: "us-east-1" };
  const zones = await ask(emulator, { ...route53, path: "/2013-04-01/hostedzone" });
  const id = found(/<Id>\/hostedzone\/(\w+)<\/Id>/, await zones.text());
  const alias = `<AliasTarget><HostedZoneId>Z32O12XQLNTSW2</HostedZoneId><DNSName>${dnsName}</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>`;
  const set = `<ResourceRecordSet><Name>${name}</Name><Type>A</Type>${alias}</ResourceRecordSet>`;
  await answered(emulator, {
    ...route53,
    path: `/2013-04-01/hostedzone/${id}/rrset`,
    body: `<ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Changes><Change><Action>CREATE</Action>${set}</Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>`,
  });
}

/** Creates an Application Load Balancer in eu-west-1, as Elastic Beanstalk or somebody else would. */
export async function createLoadBalancer(
  emulator: Emulator,
  name: string,
  tags: Readonly<Record<string, string>>,
): Promise<LoadBalancer> {
  const subnets = await query(emulator, "ec2", {
    Action: "DescribeSubnets",
    Version: "2016-11-15",
  });
  const tagged = Object.entries(tags).flatMap(([key, value], index) => [
    [`Tags.member.${index + 1}.Key`, key],
    [`Tags.member.${index + 1}.Value`, value],
  ]);
  const ids = [...subnets.matchAll(/<subnetId>([^<]+)/g)].map(([, id], index) => [
    `Subnets.member.${index + 1}`,
    id,
  ]);
  const answer = await query(emulator, "elasticloadbalancing", {
    Action: "CreateLoadBalancer",
    Version: "2015-12-01",
    Name: name,
    ...Object.fromEntries([...ids, ...tagged]),
  });
  return {
    arn: found(/<LoadBalancerArn>([^<]+)/, answer),
    dnsName: found(/<DNSName>([^<]+)/, answer),
  };
}

function query(
  emulator: Emulator,
  service: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  return answered(emulator, {
    service,
    path: "/",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(parameters).toString(),
  });
}

async function answered(
  emulator: Emulator,
  question: Omit<Parameters<typeof ask>[1], "method">,
): Promise<string> {
  const response = await ask(emulator, { ...question, method: "POST" });
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(`the emulator refused ${question.service}: ${response.status} ${text}`);
}

function found(pattern: RegExp, text: string): string {
  const value = pattern.exec(text)?.[1];
  if (value === undefined) throw new Error(`the emulator answered without ${pattern}: ${text}`);
  return value;
}
