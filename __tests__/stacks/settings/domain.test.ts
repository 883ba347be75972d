import { type DomainSettings, readDomain, readHostedZone } from "../../../stacks/settings/domain";
import type { Environment } from "../../../stacks/settings/variables";

const ARN = "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d";
const minimum = { SHOP_DOMAIN_NAMES: "example.com", HOSTED_ZONE: "example.com" };
const read = (env: Environment) => readDomain(env, "SHOP");

describe("readDomain", () => {
  it("is nothing without names", () => {
    expect(read({ HOSTED_ZONE: "example.com" })).toBeUndefined();
  });

  it("needs names and a hosted zone", () => {
    expect(read(minimum)).toEqual({ names: ["example.com"], hostedZone: { name: "example.com" } });
  });

  it("takes every variable", () => {
    // `Required` makes the compiler ask for each setting that is added later.
    const expected: Required<DomainSettings> = {
      names: ["example.com", "www.example.com"],
      hostedZone: { id: "Z0123456789ABC" },
      certificate: { arn: ARN, names: ["example.com", "*.example.com"] },
      replaceRecords: true,
    };
    expect(
      read({
        SHOP_DOMAIN_NAMES: "example.com, www.example.com",
        HOSTED_ZONE: "Z0123456789ABC",
        SHOP_CERTIFICATE_ARN: ARN,
        SHOP_CERTIFICATE_NAMES: "example.com,*.example.com",
        REPLACE_RECORDS: "on",
      }),
    ).toEqual(expected);
  });

  it("may leave open what the certificate covers", () => {
    expect(read({ ...minimum, SHOP_CERTIFICATE_ARN: ARN })?.certificate).toEqual({ arn: ARN });
  });

  it.each([
    [
      { ...minimum, SHOP_DOMAIN_NAMES: "Example.com" },
      'SHOP_DOMAIN_NAMES must be domain names in lower case, got "Example.com"',
    ],
    [
      { ...minimum, SHOP_DOMAIN_NAMES: "a.com b.com" },
      'SHOP_DOMAIN_NAMES must be domain names in lower case, got "a.com b.com"',
    ],
    [
      { SHOP_DOMAIN_NAMES: "example.com" },
      "SHOP_DOMAIN_NAMES needs a hosted zone for its records; set HOSTED_ZONE to its name or id",
    ],
    [
      { ...minimum, SHOP_DOMAIN_NAMES: "example.com,www.notexample.com" },
      'SHOP_DOMAIN_NAMES has "www.notexample.com", which is not in the zone of HOSTED_ZONE, "example.com"; correct one of them',
    ],
    [
      { ...minimum, HOSTED_ZONE: "/hostedzone/Z0123456789ABC" },
      "HOSTED_ZONE must be the name or the id of a hosted zone in Route 53",
    ],
    [
      { ...minimum, SHOP_CERTIFICATE_ARN: ARN.replace("us-east-1", "eu-west-1") },
      "SHOP_CERTIFICATE_ARN must be a certificate of AWS Certificate Manager in us-east-1, got",
    ],
    [
      { SHOP_CERTIFICATE_ARN: ARN },
      "SHOP_CERTIFICATE_ARN is set, but SHOP_DOMAIN_NAMES is not; set the names, or leave the certificate out",
    ],
    [
      { ...minimum, SHOP_CERTIFICATE_NAMES: "example.com" },
      "SHOP_CERTIFICATE_NAMES is set, but SHOP_CERTIFICATE_ARN is not; set it, or leave the names out",
    ],
  ])("refuses %j", (env, message) => {
    expect(() => read(env)).toThrow(message);
  });
});

it.each([
  ["example.com", { name: "example.com" }],
  ["Z0123456789ABC", { id: "Z0123456789ABC" }],
  ["", undefined],
])("the hosted zone %j is %j", (value, expected) => {
  expect(readHostedZone({ HOSTED_ZONE: value })).toEqual(expected);
});
