// The stack `https-origin`, with every operation switched on and its origins locked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSampleAccount } from "../support/emulator/account";
import { act } from "../support/emulator/actions";
import { ask } from "../support/emulator/ask";
import { text } from "../support/emulator/cloudfront/xml";
import { distributionNamed, originsOf } from "../support/emulator/distributions";
import { type Emulator, startEmulator } from "../support/emulator/emulator";
import { remains } from "../support/emulator/remains";
import { sampleVariables } from "../support/sample-settings";
import { deploy, destroy, planAgain } from "../support/terraform/deploy";
import { expectSuccess } from "../support/terraform/expect-success";
import { plannedChanges } from "../support/terraform/plan";
import { copyProject, type ProjectCopy } from "../support/terraform/project-copy";
import { requireTools } from "../support/terraform/require-tools";
import type { Finished } from "../support/terraform/run-command";

const STACK = "https-origin";
const NAME = `shop-staging-${STACK}`;
const STATE = sampleVariables("state");
const EAST = "us-east-1";

requireTools(
  "terraform",
  "provider",
  "moto",
)("deploying custom origins with all operations", () => {
  let emulator: Emulator;
  let project: ProjectCopy;
  let deployed: Finished;

  beforeAll(async () => {
    emulator = await startEmulator();
    await createSampleAccount(emulator);
    project = copyProject(emulator, {
      ...STATE,
      ...sampleVariables(STACK),
      ...sampleVariables("operations"),
      ORIGIN_LOCK: "a",
    });
    deployed = await deploy(project, STACK);
  }, 600_000);

  afterAll(async () => {
    project.remove();
    await emulator.stop();
  });

  const secret = async (slot: "a" | "b"): Promise<string> => {
    const input = { Name: `/${NAME}/origin-lock/${slot}`, WithDecryption: true };
    const answer = await act(emulator, "ssm", "GetParameter", { input });
    return (answer as { Parameter: { Value: string } }).Parameter.Value;
  };

  it("creates it at the first try", () => {
    expectSuccess(deployed);
    expect(deployed.output).toMatch(/Apply complete! Resources: \d+ added/);
  });

  it("sends the secret of the active slot to every origin", async () => {
    const sent = originsOf(distributionNamed(emulator, NAME)).map((it) => it.customHeaders);
    const headers = { "X-Origin-Verify": await secret("a") };
    expect(sent).toEqual([headers, headers, headers]);
  });

  it("never has a secret in the synthesized JSON", async () => {
    const json = readFileSync(join(project.stack(STACK), "cdk.tf.json"), "utf8");
    const secrets = [await secret("a"), await secret("b")];
    expect(new Set(secrets).size).toBe(2);
    for (const value of secrets) {
      expect(value).toMatch(/^\w{48}$/);
      expect(json).not.toContain(value);
    }
  });

  it("keeps both secrets encrypted", async () => {
    const answer = await act(emulator, "ssm", "DescribeParameters");
    const { Parameters } = answer as { Parameters: readonly { Type: string }[] };
    expect(Parameters.map(({ Type }) => Type)).toEqual(["SecureString", "SecureString"]);
  });

  it("puts the web ACL, the countries and the price class on the distribution", async () => {
    const config = distributionNamed(emulator, NAME);
    expect(text(config, "PriceClass")).toBe("PriceClass_100");
    expect(config.Restrictions).toMatchObject({
      GeoRestriction: { RestrictionType: "whitelist", Quantity: "3" },
    });
    const input = { Scope: "CLOUDFRONT" };
    const answer = await act(emulator, "wafv2", "ListWebACLs", { region: EAST, input });
    const { WebACLs } = answer as { WebACLs: readonly { ARN: string }[] };
    expect(WebACLs.map(({ ARN }) => ARN)).toEqual([text(config, "WebACLId")]);
  });

  it("delivers the access log to a bucket of its own", async () => {
    const answer = await act(emulator, "logs", "DescribeDeliveries", { region: EAST });
    expect(answer).toMatchObject({ deliveries: [{ deliverySourceName: NAME }] });
    const buckets = await (await ask(emulator, { service: "s3", path: "/" })).text();
    expect(buckets).toMatch(/<Name>shop-staging-https-origin-logs-/);
  });

  it("tells the topic when too many answers are errors", async () => {
    const alarms = await ask(emulator, {
      service: "monitoring",
      path: "/",
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "Action=DescribeAlarms&Version=2010-08-01",
      region: EAST,
    });
    const { ALARM_TOPIC_ARN = "" } = sampleVariables("operations");
    expect(await alarms.text()).toContain(ALARM_TOPIC_ARN);
  });

  it("leaves nothing for a second plan to do", async () => {
    expectSuccess(await planAgain(project, STACK));
  }, 300_000);

  it("takes away what is switched off, after the distribution has let go of it", async () => {
    const on = { ...sampleVariables(STACK), ...sampleVariables("operations"), ORIGIN_LOCK: "a" };
    const off = Object.fromEntries(Object.keys(on).map((name) => [name, undefined]));
    const env = { ...off, HTTPS_ORIGINS: sampleVariables(STACK).HTTPS_ORIGINS };
    expectSuccess(await project.npm(["synth"], { env }));
    const start = emulator.requests.length;
    const apply = await project.terraform(STACK, ["apply", "-input=false", "-auto-approve"]);
    expectSuccess(apply);
    const requests = emulator.requests.slice(start);
    const letGo = requests.findIndex(
      ({ method, url }) => method === "PUT" && /\/distribution\/\w+\/config$/.test(url),
    );
    const taken = requests.flatMap(({ headers, method, url }, index) =>
      (method === "DELETE" && url.includes("/function/")) ||
      /\.(DeleteWebACL|DeleteCertificate)$/.test(String(headers["x-amz-target"]))
        ? [index]
        : [],
    );
    expect(letGo).toBeGreaterThanOrEqual(0);
    // Four functions, the web ACL and the certificate.
    expect(taken).toHaveLength(6);
    expect(Math.min(...taken)).toBeGreaterThan(letGo);
    expect(await plannedChanges(project, STACK)).toEqual([]);
  }, 240_000);

  it("destroys all of it", async () => {
    expectSuccess(await destroy(project, STACK));
    expect(await remains(emulator)).toEqual({ bucket: [STATE.STATE_BUCKET] });
  }, 600_000);
});
