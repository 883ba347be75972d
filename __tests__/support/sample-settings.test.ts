import { spawnSync } from "node:child_process";
import { readSettings } from "../../stacks/settings";
import { optionalVariables, SAMPLES, sampleSettings, sampleVariables } from "./sample-settings";

/** Loads a sample as the README says, into an empty environment. */
function sourced(sample: string): Record<string, string> {
  const script = `set -a; . docs/settings/${sample}.env; exec "${process.execPath}" -p 'JSON.stringify(process.env)'`;
  const { stdout } = spawnSync("/bin/sh", ["-c", script], { env: {}, encoding: "utf8" });
  const found = JSON.parse(stdout) as Record<string, string>;
  return Object.fromEntries(Object.entries(found).filter(([name]) => !SHELL.includes(name)));
}

const SHELL = ["PWD", "SHLVL", "_", "OLDPWD"];

/** The names of the variables that reading the settings asks for. */
function asked(env: Record<string, string>): string[] {
  const names = new Set<string>();
  const watched = new Proxy(env, {
    get: (target, name) => {
      names.add(String(name));
      return target[String(name)];
    },
  });
  readSettings(watched);
  return [...names];
}

const all = () => Object.assign({}, ...SAMPLES.map(sampleVariables)) as Record<string, string>;

describe("the sample settings", () => {
  it("are there for every stack, and for the operations of all", () => {
    expect(SAMPLES).toEqual([
      "beanstalk",
      "https-origin",
      "operations",
      "reverse-proxy",
      "spa-alb",
      "spa-api",
      "state",
    ]);
  });

  it.each(SAMPLES)("of %s mean the same in a shell", (sample) => {
    expect(sourced(sample)).toEqual(sampleVariables(sample));
  });

  it.each(SAMPLES)("of %s are accepted alone, and after those of state", (sample) => {
    expect(() => readSettings(sampleVariables(sample))).not.toThrow();
    expect(() => sampleSettings(sample)).not.toThrow();
  });

  it("go together", () => {
    expect(readSettings(all())).toMatchObject({
      reverseProxy: {},
      spaAlb: {},
      beanstalk: {},
      httpsOrigins: [{}, {}, {}],
    });
  });

  it("show every variable there is, and none that is not", () => {
    const shown = SAMPLES.flatMap((sample) => [
      ...Object.keys(sampleVariables(sample)),
      ...Object.keys(optionalVariables(sample)),
    ]);
    const cloud = { STATE_BACKEND: "cloud", TF_CLOUD_ORGANIZATION: "acme" };
    const known = [...asked(all()), ...asked(cloud)].filter(
      (name) => name !== "AWS_DEFAULT_REGION",
    );
    expect([...new Set(shown)].sort()).toEqual([...new Set(known)].sort());
  });

  const optional = SAMPLES.flatMap((sample) =>
    Object.entries(optionalVariables(sample)).map(
      ([name, value]) => [sample, name, value] as const,
    ),
  );
  // Each of these takes the place of another.
  const instead: Readonly<Record<string, string>> = {
    ALB_ARN: "ALB_DNS_NAME",
    ALB_TAGS: "ALB_DNS_NAME",
    ALB_ORIGIN_DOMAIN: "ALB_PROTOCOL",
    WEB_ACL_ARN: "WAF_RATE_LIMIT",
  };

  it.each(optional)("of %s take what is commented out: %s=%s", (sample, name, value) => {
    const others = optionalVariables(sample);
    const needed = Object.keys(others).filter(
      (other) => /HOSTED_ZONE|TF_CLOUD_ORGANIZATION/.test(other) || isNeededBy(name, other),
    );
    const env = {
      HOSTED_ZONE: "example.com",
      ...sampleVariables(sample),
      ...Object.fromEntries(needed.map((other) => [other, others[other]])),
      [name]: value,
      ...(instead[name] === undefined ? {} : { [instead[name]]: "" }),
    };
    expect(() => readSettings(env)).not.toThrow();
  });
});

/** A certificate needs the names it is for, its names need the certificate. */
function isNeededBy(name: string, other: string): boolean {
  const prefix = /^(.*)_CERTIFICATE_(ARN|NAMES)$/.exec(name)?.[1];
  if (prefix === undefined) return false;
  return [`${prefix}_DOMAIN_NAMES`, `${prefix}_CERTIFICATE_ARN`].includes(other);
}
