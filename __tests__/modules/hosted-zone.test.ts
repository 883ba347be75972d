import { TerraformOutput, TerraformVariable } from "cdktf";
import { type HostedZone, hostedZoneId, zoneProblem } from "../../modules";
import { synthesize } from "../support/synth";

const zones = (...names: readonly string[]) => {
  const stack = synthesize((scope) => {
    names.forEach((name, index) => {
      new TerraformOutput(scope, `id_${index}`, { value: hostedZoneId(scope, { name }) });
    });
  });
  const ids = Object.values(stack.output ?? {}).map(({ value }) => value);
  return { ids, zones: stack.data?.aws_route53_zone ?? {} };
};

describe("hostedZoneId", () => {
  it("is the id itself when that is known", () => {
    const stack = synthesize((scope) => {
      expect(hostedZoneId(scope, { id: "Z123" })).toBe("Z123");
    });
    expect(stack.data).toBeUndefined();
  });

  it("looks a public zone up by its name, once in a stack", () => {
    const { ids, zones: found } = zones("example.com", "example.com");
    expect(found).toMatchObject({ example_com: { name: "example.com", private_zone: false } });
    expect(Object.keys(found)).toHaveLength(1);
    const id = "${data.aws_route53_zone.example_com.zone_id}";
    expect(ids).toEqual([id, id]);
  });

  it.each(["1and1.example", "Example.com", "example.com.", "my-shop.example.com"])(
    "has an address for the zone %s",
    (name) => {
      expect(Object.keys(zones(name).zones)).toEqual([
        expect.stringMatching(/^[a-z_][a-z0-9_-]*$/),
      ]);
    },
  );
});

describe("zoneProblem", () => {
  it.each<[string, HostedZone]>([
    ["example.com", { name: "example.com" }],
    ["a.b.example.com", { name: "example.com" }],
    ["*.example.com", { name: "example.com." }],
    ["www.example.com", { name: "Example.com" }],
    ["anything.net", { id: "Z123" }],
  ])("%s may have a record in %j", (name, zone) => {
    expect(zoneProblem(name, zone)).toBeUndefined();
  });

  it.each(["example.org", "notexample.com", "com"])("%s may have none in example.com", (name) => {
    expect(zoneProblem(name, { name: "example.com" })).toBe(
      'is not in the hosted zone "example.com", so Route 53 refuses its record',
    );
  });

  it("leaves a zone that only Terraform knows to Terraform", () => {
    synthesize((scope) => {
      const name = new TerraformVariable(scope, "zone", {}).stringValue;
      expect(zoneProblem("www.example.com", { name })).toBeUndefined();
    });
  });
});
