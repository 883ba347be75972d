// The stack `reverse-proxy`, with the API's own domain and without it.
import { createSampleAccount } from "../support/emulator/account";
import { act } from "../support/emulator/actions";
import { ask } from "../support/emulator/ask";
import { distributionNamed, originsOf } from "../support/emulator/distributions";
import { type Emulator, startEmulator } from "../support/emulator/emulator";
import { dnsRecords } from "../support/emulator/records";
import { remains } from "../support/emulator/remains";
import { sampleVariables } from "../support/sample-settings";
import { deploy, destroy, planAgain } from "../support/terraform/deploy";
import { expectSuccess } from "../support/terraform/expect-success";
import { copyProject, type ProjectCopy } from "../support/terraform/project-copy";
import { requireTools } from "../support/terraform/require-tools";
import type { Finished } from "../support/terraform/run-command";

const STACK = "reverse-proxy";
const STATE = sampleVariables("state");
const SAMPLE = { ...STATE, ...sampleVariables(STACK) };
const DOMAIN = "api.example.com";

requireTools(
  "terraform",
  "provider",
  "moto",
)("deploying the reverse proxy", () => {
  let emulator: Emulator;
  let withDomain: ProjectCopy;
  let without: ProjectCopy;
  let edge: ProjectCopy;
  let deployed: readonly Finished[];

  beforeAll(async () => {
    emulator = await startEmulator();
    await createSampleAccount(emulator);
    withDomain = copyProject(emulator, SAMPLE);
    without = copyProject(emulator, {
      ...STATE,
      ENVIRONMENT: "plain",
      REVERSE_PROXY: "on",
      API_PREFIX: "strip",
    });
    edge = copyProject(emulator, { ...SAMPLE, ENVIRONMENT: "edge", API_ENDPOINT_TYPE: "EDGE" });
    deployed = await Promise.all([deploy(withDomain, STACK), deploy(without, STACK)]);
  }, 600_000);

  afterAll(async () => {
    for (const project of [withDomain, without, edge]) project.remove();
    await emulator.stop();
  });

  it("creates it at the first try, with the API's domain and without", () => {
    expectSuccess(...deployed);
    expect(deployed[0]?.output).toMatch(/custom_domain_endpoint = "?https:\/\/api\.example\.com/);
    expect(deployed[1]?.output).not.toMatch(/custom_domain_endpoint/);
  });

  it("validates the certificate of the API's domain, in the stack's region", async () => {
    const { CertificateSummaryList } = (await act(emulator, "acm", "ListCertificates")) as {
      CertificateSummaryList: readonly object[];
    };
    expect(CertificateSummaryList).toMatchObject([{ DomainName: DOMAIN, Status: "ISSUED" }]);
  });

  it("maps the API's domain to the stage", async () => {
    const path = `/domainnames/${DOMAIN}/basepathmappings/default`;
    const mapping = await ask(emulator, { service: "apigateway", path });
    expect(await mapping.json()).toMatchObject({ basePath: "default", stage: "prod" });
  });

  it("points the API's domain at its regional endpoint", async () => {
    const path = `/domainnames/${DOMAIN}`;
    const domain = await ask(emulator, { service: "apigateway", path });
    const { regionalDomainName: target } = (await domain.json()) as { regionalDomainName: string };
    expect(target).toMatch(/execute-api\.eu-west-1\.amazonaws\.com$/);
    const records = (await dnsRecords(emulator)).filter(({ name }) => name === DOMAIN);
    expect(records).toEqual([
      { name: DOMAIN, type: "A", target },
      { name: DOMAIN, type: "AAAA", target },
    ]);
  });

  it("has an origin for the API's domain only when there is one", () => {
    const names = ["staging", "plain"].map((environment) =>
      originsOf(distributionNamed(emulator, `shop-${environment}-${STACK}`)).map(({ id }) => id),
    );
    expect(names.map((ids) => [...ids].sort())).toEqual([
      ["cf-apigw", "cf-cust-domain", "s3"],
      ["cf-apigw", "s3"],
    ]);
  });

  it("leaves nothing for a second plan to do", async () => {
    const plans = await Promise.all([planAgain(withDomain, STACK), planAgain(without, STACK)]);
    expectSuccess(...plans);
  }, 300_000);

  it("destroys all of it, while an edge-optimized domain is planned beside it", async () => {
    const destroyed = Promise.all([destroy(withDomain, STACK), destroy(without, STACK)]);
    expectSuccess(await edge.npm(["synth"]));
    expectSuccess(await edge.terraform(STACK, ["init", "-input=false"]));
    const plan = await edge.terraform(STACK, ["plan", "-input=false"]);
    expect(plan.output).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy\./);
    expect(plan.output).toMatch(/types\s+= \[\s+\+ "EDGE"/);
    expectSuccess(...(await destroyed));
    expect(await remains(emulator)).toEqual({ bucket: [STATE.STATE_BUCKET] });
  }, 600_000);
});
