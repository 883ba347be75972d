import { resolve } from "../../support/resolved-outputs";

const provider = { aws: { region: "eu-west-1" } };

async function attributesOf(type: string, config: Readonly<Record<string, string>> = {}) {
  const { stack } = await resolve({ provider, resource: { [type]: { x: config } } });
  return stack.resource?.[type]?.x ?? {};
}

describe("machines and services that have a host name", () => {
  it.each([
    ["aws_eip", "public_dns", /^ec2-203-0-113-\d+\.eu-west-1\.compute\.amazonaws\.com$/],
    ["aws_instance", "public_dns", /^ec2-203-0-113-\d+\.eu-west-1\.compute\.amazonaws\.com$/],
    ["aws_instance", "public_ip", /^203\.0\.113\.\d+$/],
    ["aws_elb", "dns_name", /^tf-lb-\d+\.eu-west-1\.elb\.amazonaws\.com$/],
    ["aws_apprunner_service", "service_url", /^[0-9a-z]{10}\.eu-west-1\.awsapprunner\.com$/],
    ["aws_amplify_app", "default_domain", /^d[0-9a-z]{13}\.amplifyapp\.com$/],
    ["aws_cognito_user_pool_domain", "cloudfront_distribution", /^d\w{13}\.cloudfront\.net$/],
  ])("%s has a %s", async (type, attribute, text) => {
    expect((await attributesOf(type))[attribute]).toMatch(text);
  });

  it("are named as their region does", async () => {
    const { stack } = await resolve({ resource: { aws_eip: { x: {} } } });
    expect(stack.resource?.aws_eip?.x?.public_dns).toMatch(/\.compute-1\.amazonaws\.com$/);
  });
});
