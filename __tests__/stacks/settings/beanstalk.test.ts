import { type BeanstalkEnvironment, readBeanstalk } from "../../../stacks/settings/beanstalk";
import type { Environment } from "../../../stacks/settings/variables";

const minimum = { BEANSTALK_ENVIRONMENTS: "staging", BEANSTALK_PROTOCOL: "http-only" };
const both = { ...minimum, BEANSTALK_ENVIRONMENTS: "staging, production" };
const HOSTED_ZONE = "example.com";

describe("readBeanstalk", () => {
  it("is nothing without an environment", () => {
    expect(readBeanstalk({ BEANSTALK_PROTOCOL: "http-only" })).toBeUndefined();
  });

  it("needs an environment and how to reach it, and passes query and cookies", () => {
    expect(readBeanstalk(minimum)).toEqual({
      environments: [{ name: "staging", protocol: "http-only" }],
      forward: { queryStrings: true, cookies: true, headers: [] },
    });
  });

  it("takes several environments, each with its own origin domain and names", () => {
    const production: Required<BeanstalkEnvironment> = {
      name: "production",
      protocol: {
        httpsDomainName: "origin.example.com",
        hostedZone: { name: "example.com" },
      },
      domain: {
        names: ["www.example.com", "example.com"],
        hostedZone: { name: "example.com" },
      },
    };
    const settings = readBeanstalk({
      ...both,
      HOSTED_ZONE,
      BEANSTALK_ORIGIN_DOMAINS: "production=origin.example.com",
      BEANSTALK_DOMAIN_NAMES: "production=www.example.com  example.com",
    });
    expect(settings?.environments).toEqual([
      { name: "staging", protocol: "http-only" },
      production,
    ]);
  });

  it("needs no hosted zone when the records of the origin domains exist", () => {
    const BEANSTALK_ORIGIN_DOMAINS = "staging=origin.example.com";
    const env = { BEANSTALK_ENVIRONMENTS: "staging", BEANSTALK_ORIGIN_DOMAINS };
    const expected = { httpsDomainName: "origin.example.com" };
    expect(readBeanstalk(env)?.environments[0]?.protocol).toEqual(expected);
    const off = { ...env, HOSTED_ZONE, BEANSTALK_ORIGIN_RECORD: "off" };
    expect(readBeanstalk(off)?.environments[0]?.protocol).toEqual(expected);
  });

  it("passes what is said on", () => {
    const env = { ...minimum, BEANSTALK_HEADERS: "all", BEANSTALK_DROP_COOKIES: "on" };
    expect(readBeanstalk(env)?.forward).toEqual({
      queryStrings: true,
      cookies: false,
      headers: "all",
    });
  });

  it.each<[Environment, string]>([
    [
      { BEANSTALK_ENVIRONMENTS: "staging" },
      "set BEANSTALK_ORIGIN_DOMAINS=staging=<name> (and HOSTED_ZONE, to have the record made); or set BEANSTALK_PROTOCOL=http-only",
    ],
    [
      { ...minimum, BEANSTALK_ENVIRONMENTS: "a b" },
      'BEANSTALK_ENVIRONMENTS must be names of Elastic Beanstalk environments, 4 to 40 letters, digits or hyphens, got "a b"',
    ],
    [
      { ...minimum, BEANSTALK_ENVIRONMENTS: "staging,staging" },
      'BEANSTALK_ENVIRONMENTS has "staging" twice; list it once',
    ],
    [
      { ...both, BEANSTALK_ORIGIN_DOMAINS: "live=a.example.com" },
      'BEANSTALK_ORIGIN_DOMAINS names "live", which is not among BEANSTALK_ENVIRONMENTS (staging, production)',
    ],
    [
      { ...both, BEANSTALK_DOMAIN_NAMES: "live=a.example.com" },
      'BEANSTALK_DOMAIN_NAMES names "live", which is not among BEANSTALK_ENVIRONMENTS (staging, production)',
    ],
    [
      { BEANSTALK_PROTOCOL: "http" },
      'BEANSTALK_PROTOCOL must be https-only or http-only, got "http"',
    ],
    [{ BEANSTALK_DROP_QUERY: "yes" }, 'BEANSTALK_DROP_QUERY must be on or off, got "yes"'],
    [
      { BEANSTALK_DOMAIN_NAMES: "live=a.example.com" },
      'BEANSTALK_DOMAIN_NAMES names "live", which is not among BEANSTALK_ENVIRONMENTS (not set)',
    ],
    [
      { ...minimum, BEANSTALK_ORIGIN_DOMAINS: "staging=a.example.com" },
      "BEANSTALK_PROTOCOL is http-only, but BEANSTALK_ORIGIN_DOMAINS names every environment, for HTTPS; leave one out",
    ],
    [
      { ...both, BEANSTALK_ORIGIN_DOMAINS: "staging=https://a.example.com" },
      "BEANSTALK_ORIGIN_DOMAINS must be a host name in lower case, without scheme, port and path",
    ],
    [
      { ...minimum, BEANSTALK_DOMAIN_NAMES: "staging=a.example.com" },
      "BEANSTALK_DOMAIN_NAMES needs a hosted zone for its records; set HOSTED_ZONE",
    ],
    [
      {
        ...both,
        HOSTED_ZONE,
        BEANSTALK_DOMAIN_NAMES: "staging=a.example.com,production=a.example.com",
      },
      'BEANSTALK_DOMAIN_NAMES has "a.example.com" twice; list it once',
    ],
  ])("refuses %j", (env, message) => {
    expect(() => readBeanstalk(env)).toThrow(message);
  });
});
