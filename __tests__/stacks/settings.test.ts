import { readSettings, type Settings } from "../../stacks/settings";
import { SAMPLES, sampleVariables } from "../support/sample-settings";

const OFF = {
  domains: {},
  operations: { accessLogs: false, geoAllow: [] },
  originLock: "off",
  invalidation: "off",
};

describe("readSettings", () => {
  it("has a default for everything, with the state in S3, and switches nothing on", () => {
    expect(readSettings({})).toEqual({
      ...OFF,
      region: "us-east-1",
      project: "one-origin",
      environment: "dev",
      siteFolder: "assets/site",
      apiHandler: "assets/handlers/api",
      apiPattern: "/api/*",
      apiStage: "api",
      apiHeaders: "usual",
      state: { backend: "s3", bucket: "one-origin-terraform-state", region: "us-east-1" },
    });
  });

  it("takes every variable", () => {
    expect(
      readSettings({
        AWS_REGION: "eu-west-1",
        PROJECT: "shop",
        ENVIRONMENT: "staging",
        SITE_DIR: "dist",
        API_HANDLER: "api",
        API_PATTERN: "/v1/*",
        API_STAGE: "v1",
        API_HEADERS: "all",
        FRONTEND_BUCKET: "shop-staging-site",
        STATE_BUCKET: "shop-state",
        STATE_REGION: "eu-central-1",
        ORIGIN_LOCK: "b",
        INVALIDATION: "terraform-action",
      }),
    ).toEqual({
      ...OFF,
      region: "eu-west-1",
      project: "shop",
      environment: "staging",
      siteFolder: "dist",
      apiHandler: "api",
      apiPattern: "/v1/*",
      apiStage: "v1",
      apiHeaders: "all",
      frontendBucket: "shop-staging-site",
      state: { backend: "s3", bucket: "shop-state", region: "eu-central-1" },
      originLock: "b",
      invalidation: "terraform-action",
    });
  });

  it("has every setting when all the samples are loaded, but a name for the bucket", () => {
    const settings = readSettings(Object.assign({}, ...SAMPLES.map(sampleVariables)));
    // `Required` makes the compiler ask for each setting that is added later.
    const names: Record<keyof Required<Settings>, true> = {
      region: true,
      project: true,
      environment: true,
      siteFolder: true,
      apiHandler: true,
      apiPattern: true,
      apiStage: true,
      apiHeaders: true,
      frontendBucket: true,
      state: true,
      domains: true,
      operations: true,
      originLock: true,
      invalidation: true,
      reverseProxy: true,
      spaAlb: true,
      beanstalk: true,
      httpsOrigins: true,
    };
    const { frontendBucket: _, ...expected } = names;
    expect(Object.keys(settings).sort()).toEqual(Object.keys(expected).sort());
  });

  it("takes a variable that is set but empty for one that is not set", () => {
    const names = SAMPLES.flatMap((sample) => Object.keys(sampleVariables(sample)));
    const empty = Object.fromEntries(names.map((name) => [name, ""]));
    expect(readSettings({ ...empty, STATE_BACKEND: "", FRONTEND_BUCKET: "" })).toEqual(
      readSettings({}),
    );
  });

  it("reads the region as AWS's own tools do", () => {
    expect(readSettings({ AWS_DEFAULT_REGION: "eu-west-3" }).region).toBe("eu-west-3");
    expect(readSettings({ AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-3" }).region).toBe(
      "eu-west-1",
    );
  });

  it("reads the domain of each stack by the start of its variables", () => {
    const samples = Object.assign({}, ...SAMPLES.map(sampleVariables));
    const { domains } = readSettings({
      ...samples,
      SPA_API_DOMAIN_NAMES: "a.example.com",
      REVERSE_PROXY_DOMAIN_NAMES: "b.example.com",
      SPA_ALB_DOMAIN_NAMES: "c.example.com",
      HTTPS_ORIGIN_DOMAIN_NAMES: "d.example.com",
    });
    const hostedZone = { name: "example.com" };
    expect(domains).toEqual({
      "spa-api": { names: ["a.example.com"], hostedZone },
      "reverse-proxy": { names: ["b.example.com"], hostedZone },
      "spa-alb": { names: ["c.example.com"], hostedZone },
      "https-origin": { names: ["d.example.com"], hostedZone },
    });
  });

  const HOSTED_ZONE = "example.com";
  const API_DOMAIN = "api.example.com";

  it.each([
    [{ FRONTEND_BUCKET: "a..b" }, /FRONTEND_BUCKET must not have two dots in a row, got "a..b"/],
    [
      { AWS_DEFAULT_REGION: "Ireland" },
      /^AWS_DEFAULT_REGION must be .* such as eu-west-1, got "Ireland"/,
    ],
    [{ AWS_REGION: "Ireland" }, /AWS_REGION must be .* such as eu-west-1, got "Ireland"/],
    [{ ENVIRONMENT: "Staging" }, /ENVIRONMENT must be 2-16 .*, got "Staging"/],
    [{ PROJECT: "x".repeat(17) }, /PROJECT must be 2-16 .*, got "x{17}"/],
    [{ API_STAGE: "a/b" }, /API_STAGE must be .*, got "a\/b"/],
    [{ ORIGIN_LOCK: "on" }, /ORIGIN_LOCK must be off, a or b, got "on"; leave it out for off/],
    [
      { HOSTED_ZONE, SPA_ALB_DOMAIN_NAMES: "a.example.com" },
      /SPA_ALB_DOMAIN_NAMES is set, but its stack is not there; set ALB_DNS_NAME, ALB_ARN or ALB_TAGS/,
    ],
    [
      { HOSTED_ZONE, REVERSE_PROXY_DOMAIN_NAMES: "a.example.com" },
      /REVERSE_PROXY_DOMAIN_NAMES is set, but its stack is not there; set REVERSE_PROXY=on/,
    ],
    [
      { HOSTED_ZONE, HTTPS_ORIGIN_DOMAIN_NAMES: "a.example.com" },
      /HTTPS_ORIGIN_DOMAIN_NAMES is set, but its stack is not there; set HTTPS_ORIGINS, or leave it out/,
    ],
    [
      { ALB_ORIGIN_DOMAIN: "a.example.com" },
      /ALB_ORIGIN_DOMAIN is set, but its stack is not there; set ALB_DNS_NAME, ALB_ARN or ALB_TAGS/,
    ],
    [{ API_DOMAIN }, /API_DOMAIN is set, but its stack is not there; set REVERSE_PROXY=on/],
    [
      { HOSTED_ZONE, API_DOMAIN, REVERSE_PROXY: "on", REVERSE_PROXY_DOMAIN_NAMES: API_DOMAIN },
      /API_DOMAIN and REVERSE_PROXY_DOMAIN_NAMES both have "api.example.com"; the API needs a name of its own/,
    ],
  ])("refuses %j by name, with the value and what to do", (env, message) => {
    expect(() => readSettings(env)).toThrow(message);
  });
});
