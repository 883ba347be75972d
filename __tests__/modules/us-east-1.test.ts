import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { usEast1 } from "../../modules/us-east-1";
import { synthesize } from "../support/synth";

const providers = (region: string, tags?: Record<string, string>) =>
  synthesize((scope) => {
    new AwsProvider(scope, "Aws", {
      region,
      ...(tags === undefined ? {} : { defaultTags: [{ tags }] }),
    });
    expect(usEast1(scope)).toBe(usEast1(scope));
  }).provider?.aws;

describe("usEast1", () => {
  it.each(["eu-west-1", "us-east-1"])(
    "is one more provider with an alias, also when the stack is in %s",
    (region) => {
      expect(providers(region)).toEqual([{ region }, { alias: "us_east_1", region: "us-east-1" }]);
    },
  );

  it("gives its resources the tags of all the others", () => {
    const tags = { Project: "shop" };
    expect(providers("eu-west-1", tags)).toEqual([
      { region: "eu-west-1", default_tags: [{ tags }] },
      { alias: "us_east_1", region: "us-east-1", default_tags: [{ tags }] },
    ]);
  });
});
