// The stacks with an existing load balancer behind them: `spa-alb` and `beanstalk`.
import {
  createAddressRecord,
  createLoadBalancer,
  createSampleAccount,
  type LoadBalancer,
} from "../support/emulator/account";
import { act } from "../support/emulator/actions";
import { items } from "../support/emulator/cloudfront/xml";
import { distributionNamed, originsOf } from "../support/emulator/distributions";
import { type Emulator, startEmulator } from "../support/emulator/emulator";
import { dnsRecords } from "../support/emulator/records";
import { remains } from "../support/emulator/remains";
import { optionalVariables, sampleVariables } from "../support/sample-settings";
import { deploy, destroy, planAgain } from "../support/terraform/deploy";
import { expectSuccess } from "../support/terraform/expect-success";
import { plannedChanges } from "../support/terraform/plan";
import { copyProject, type ProjectCopy } from "../support/terraform/project-copy";
import { requireTools } from "../support/terraform/require-tools";
import type { Finished } from "../support/terraform/run-command";

const STACKS = ["spa-alb", "beanstalk"] as const;
const STATE = sampleVariables("state");
const TAG = "elasticbeanstalk:environment-name";
const BY_TAGS = { ALB_TAGS: "Service=backend,Environment=production", ALB_DNS_NAME: undefined };

requireTools(
  "terraform",
  "provider",
  "moto",
)("deploying in front of load balancers", () => {
  let emulator: Emulator;
  let project: ProjectCopy;
  let deployed: Finished;
  let backend: LoadBalancer;
  let staging: LoadBalancer;
  let production: LoadBalancer;

  beforeAll(async () => {
    emulator = await startEmulator();
    await createSampleAccount(emulator);
    await createLoadBalancer(emulator, "awseb-blog", { [TAG]: "blog" });
    production = await createLoadBalancer(emulator, "awseb-1", { [TAG]: "shop-production" });
    staging = await createLoadBalancer(emulator, "awseb-2", { [TAG]: "shop-staging" });
    await createAddressRecord(emulator, "www.example.com", production);
    const tags = { Service: "backend", Environment: "production" };
    await createLoadBalancer(emulator, "backend-next", { ...tags, Environment: "next" });
    backend = await createLoadBalancer(emulator, "backend", tags);
    await createLoadBalancer(emulator, "unrelated", { Service: "billing" });
    project = copyProject(emulator, {
      ...STATE,
      ...sampleVariables("spa-alb"),
      ...sampleVariables("beanstalk"),
      ...BY_TAGS,
      SPA_ALB_DOMAIN_NAMES: optionalVariables("spa-alb").SPA_ALB_DOMAIN_NAMES,
    });
    deployed = await deploy(project, ...STACKS);
  }, 600_000);

  afterAll(async () => {
    project.remove();
    await emulator.stop();
  });

  const origins = (name: string) =>
    Object.fromEntries(
      originsOf(distributionNamed(emulator, name)).map(({ id, domainName }) => [id, domainName]),
    );

  it("creates both at the first try", () => {
    expectSuccess(deployed);
  });

  it("takes the load balancer of the environment of each distribution", async () => {
    expect(origins("shop-staging")).toEqual({ beanstalk: staging.dnsName });
    expect(origins("shop-production")).toEqual({ beanstalk: "origin.example.com" });
    const records = await dnsRecords(emulator);
    expect(records.filter(({ name }) => name === "origin.example.com")).toEqual([
      { name: "origin.example.com", type: "A", target: production.dnsName },
    ]);
  });

  it("takes the load balancer that has all the tags", () => {
    expect(origins("H2T")).toMatchObject({ "backend-alb": backend.dnsName });
  });

  it.each([
    ["H2T", ["h2t.example.com"]],
    ["shop-production", ["www.example.com", "example.com"]],
  ])("answers to the names of %s, with a valid certificate in us-east-1", async (name, names) => {
    const config = distributionNamed(emulator, name);
    expect([...items(config.Aliases)].sort()).toEqual([...names].sort());
    const { ACMCertificateArn: arn } = config.ViewerCertificate as Record<string, string>;
    const { Certificate } = (await act(emulator, "acm", "DescribeCertificate", {
      region: "us-east-1",
      input: { CertificateArn: arn },
    })) as { Certificate: object };
    expect(Certificate).toMatchObject({ DomainName: names[0], Status: "ISSUED" });
    const records = await dnsRecords(emulator);
    for (const type of ["A", "AAAA"]) {
      const found = records.filter((it) => it.type === type && names.includes(it.name));
      expect(found.map(({ target }) => target)).toEqual(
        names.map(() => expect.stringMatching(/^d\w+\.cloudfront\.net$/)),
      );
    }
  });

  it("takes the place of the record that pointed at the environment", async () => {
    const records = await dnsRecords(emulator);
    const found = records.filter(({ name, type }) => name === "www.example.com" && type === "A");
    expect(found).toEqual([
      { name: "www.example.com", type: "A", target: expect.stringMatching(/\.cloudfront\.net$/) },
    ]);
  });

  it("leaves nothing for a second plan to do", async () => {
    const plans = await Promise.all(STACKS.map((stack) => planAgain(project, stack)));
    expectSuccess(...plans);
  }, 300_000);

  it("changes the distribution alone when the other value of the origin lock becomes active", async () => {
    const env = { ORIGIN_LOCK: "b" };
    expectSuccess(await project.npm(["synth"], { env }));
    expect(await plannedChanges(project, "spa-alb")).toEqual([
      { address: "aws_cloudfront_distribution.distribution", action: "update" },
    ]);
  }, 300_000);

  it("finds the same load balancer by its ARN", async () => {
    const env = { ALB_ARN: backend.arn, ALB_TAGS: undefined };
    expectSuccess(await project.npm(["synth"], { env }));
    expect(await plannedChanges(project, "spa-alb")).toEqual([]);
  }, 300_000);

  it("destroys both and leaves nothing", async () => {
    expectSuccess(await destroy(project, ...STACKS));
    expect(await remains(emulator)).toEqual({ bucket: [STATE.STATE_BUCKET] });
  }, 600_000);
});
