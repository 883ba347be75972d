import { readSpaAlb, type SpaAlbSettings } from "../../../stacks/settings/load-balancer";
import type { Environment } from "../../../stacks/settings/variables";

const dnsName = "backend-1.eu-west-1.elb.amazonaws.com";
const ARN = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/backend/1";
const http = { ALB_DNS_NAME: dnsName, ALB_PROTOCOL: "http-only" };
const https = { ALB_DNS_NAME: dnsName, ALB_ORIGIN_DOMAIN: "backend.example.com" };

describe("readSpaAlb", () => {
  it("is nothing without a load balancer", () => {
    expect(readSpaAlb({ ALB_PROTOCOL: "http-only" })).toBeUndefined();
  });

  it("needs a load balancer and how to reach it, and is called H2T", () => {
    const expected: Required<SpaAlbSettings> = {
      loadBalancer: { dnsName },
      protocol: "http-only",
      name: "H2T",
    };
    expect(readSpaAlb(http)).toEqual(expected);
    expect(readSpaAlb({ ...http, ALB_NAME: "My shop" })?.name).toBe("My shop");
  });

  it("takes the DNS name as AWS shows it, with the capitals of the load balancer's name", () => {
    expect(readSpaAlb({ ...http, ALB_DNS_NAME: dnsName.replace("b", "B") })).toEqual(
      readSpaAlb(http),
    );
  });

  it.each([
    [{ ALB_ARN: ARN }, { arn: ARN }],
    [{ ALB_TAGS: "Service=backend, Team=a=b" }, { tags: { Service: "backend", Team: "a=b" } }],
  ])("finds the load balancer by %j", (env, loadBalancer) => {
    expect(readSpaAlb({ ALB_PROTOCOL: "http-only", ...env })?.loadBalancer).toEqual(loadBalancer);
  });

  it("speaks HTTPS to the origin domain, and has its record made in the hosted zone", () => {
    const httpsDomainName = "backend.example.com";
    const hostedZone = { name: "example.com" };
    const protocol = (env: Environment) => readSpaAlb({ ...https, ...env })?.protocol;
    expect(protocol({})).toEqual({ httpsDomainName });
    expect(protocol({ HOSTED_ZONE: "example.com" })).toEqual({ httpsDomainName, hostedZone });
    expect(protocol({ HOSTED_ZONE: "example.com", ALB_ORIGIN_RECORD: "off" })).toEqual({
      httpsDomainName,
    });
  });

  it.each<[Environment, string]>([
    [
      { ALB_DNS_NAME: dnsName },
      "HTTPS to the load balancer needs a name that its certificate has: set ALB_ORIGIN_DOMAIN (and HOSTED_ZONE, to have the record made); or set ALB_PROTOCOL=http-only, and cookies and tokens travel in the clear",
    ],
    [
      { ...http, ALB_ORIGIN_DOMAIN: "backend.example.com" },
      'ALB_PROTOCOL is http-only, but ALB_ORIGIN_DOMAIN is "backend.example.com", which is for HTTPS; leave one out',
    ],
    [
      { ...http, ALB_ARN: ARN },
      "set one of ALB_DNS_NAME, ALB_ARN and ALB_TAGS, not several: they could differ",
    ],
    [
      { ...http, ALB_DNS_NAME: `http://${dnsName}` },
      `ALB_DNS_NAME must be a host name in lower case, without scheme, port and path, got "http://${dnsName}"`,
    ],
    [
      { ALB_ARN: ARN.replace("/app/", "/net/") },
      "ALB_ARN must be the ARN of an Application Load Balancer, got",
    ],
    [{ ...http, ALB_PROTOCOL: "http" }, 'ALB_PROTOCOL must be https-only or http-only, got "http"'],
    [{ ...http, ALB_TAGS: "Service" }, "ALB_TAGS must be key=value items separated by commas"],
    [{ ALB_PROTOCOL: "http" }, 'ALB_PROTOCOL must be https-only or http-only, got "http"'],
    [{ ...http, ALB_NAME: " " }, 'ALB_NAME must be 1-128 characters that a tag may have, got " "'],
    [{ ...http, ALB_NAME: "a\tb" }, "ALB_NAME must be 1-128 characters that a tag may have"],
    [
      { ...https, ALB_ORIGIN_DOMAIN: "backend.example.com:443" },
      "ALB_ORIGIN_DOMAIN must be a host name in lower case, without scheme, port and path",
    ],
    [
      { ...https, ALB_ORIGIN_DOMAIN: "backend.other.com", HOSTED_ZONE: "example.com" },
      'ALB_ORIGIN_DOMAIN has "backend.other.com", which is not in the zone of HOSTED_ZONE, "example.com"; set ALB_ORIGIN_RECORD=off when its record exists already',
    ],
    [{ ...https, ALB_ORIGIN_RECORD: "no" }, "ALB_ORIGIN_RECORD must be on or off"],
  ])("refuses %j", (env, message) => {
    expect(() => readSpaAlb(env)).toThrow(message);
  });
});
