import { SAMPLES, sampleVariables } from "../support/sample-settings";
import { definedStacks } from "../support/sample-stack";

const ids = (variables: Record<string, string>) => Object.keys(definedStacks(variables)).sort();

describe("defineStacks", () => {
  it("defines state and spa-api, whatever is set", () => {
    expect(ids({})).toEqual(["spa-api", "state"]);
  });

  it.each(["beanstalk", "https-origin", "reverse-proxy", "spa-alb"])(
    "defines %s when its settings are there",
    (stack) => {
      expect(ids(sampleVariables(stack))).toEqual([stack, "spa-api", "state"].sort());
    },
  );

  it("defines all of them at once", () => {
    expect(ids(Object.assign({}, ...SAMPLES.map(sampleVariables)))).toEqual([
      "beanstalk",
      "https-origin",
      "reverse-proxy",
      "spa-alb",
      "spa-api",
      "state",
    ]);
  });

  it("takes the longest names of project and environment in every stack, with everything on", () => {
    const long = { PROJECT: "p".repeat(16), ENVIRONMENT: "e".repeat(16), API_PREFIX: "strip" };
    const domains = {
      SPA_API_DOMAIN_NAMES: "a.example.com,www.a.example.com",
      REVERSE_PROXY_DOMAIN_NAMES: "b.example.com,www.b.example.com",
      SPA_ALB_DOMAIN_NAMES: "c.example.com,www.c.example.com",
      BEANSTALK_ENVIRONMENTS: "shop-prod",
      BEANSTALK_PROTOCOL: "",
      BEANSTALK_ORIGIN_DOMAINS: "shop-prod=origin.example.com",
      BEANSTALK_DOMAIN_NAMES: "shop-prod=d.example.com www.d.example.com",
    };
    const samples = Object.assign({}, ...SAMPLES.map(sampleVariables));
    expect(() => definedStacks({ ...samples, ...long, ...domains })).not.toThrow();
  });

  it("refuses names that AWS would refuse, with the limit", () => {
    const variables = {
      PROJECT: "p".repeat(16),
      ENVIRONMENT: "e".repeat(16),
      BEANSTALK_PROTOCOL: "http-only",
      BEANSTALK_ENVIRONMENTS: "x".repeat(40),
      ACCESS_LOGS: "on",
    };
    expect(() => definedStacks(variables)).toThrow(
      /the name of the log delivery has at most 60 characters, but "p{16}-e{16}-x{40}" has 74; choose a shorter name \(at beanstalk\/x{40}\/Distribution\/logs\)/,
    );
  });
});
