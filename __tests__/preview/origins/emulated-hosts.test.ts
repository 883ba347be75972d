import { AwsClient } from "aws4fetch";
import { emulatedHosts } from "../../../preview/origins/emulated-hosts";
import { folderWith, read, request } from "./support/exchange";
import { API_HOST, closeHosts, emulate, restApi } from "./support/rest-stack";

afterAll(closeHosts);

const place = { region: "eu-west-1", accountId: "123456789012" };

describe("the hosts of a stack", () => {
  const { hosts } = emulate({
    ...restApi([{ path: "/users", method: "GET" }]),
    aws_s3_bucket: {
      site: { bucket: "site", bucket_regional_domain_name: "site.s3.us-east-1.amazonaws.com" },
    },
  });

  it.each([
    API_HOST,
    API_HOST.toUpperCase(),
    `${API_HOST}:443`,
    "site.s3.us-east-1.amazonaws.com",
    "site.s3.amazonaws.com",
  ])("are found by name: %s", (host) => {
    expect(hosts.fetchFor(host)).toBeDefined();
  });

  it.each(["other.execute-api.eu-west-1.amazonaws.com", "alb.example.com", "", "169.254.169.254"])(
    "are not %s",
    (host) => {
      expect(hosts.fetchFor(host)).toBeUndefined();
    },
  );

  it("are listed", () => {
    expect(hosts.hostNames).toEqual(expect.arrayContaining([API_HOST, "site.s3.amazonaws.com"]));
  });

  it("have functions by name, ARN and address", () => {
    const arn = "arn:aws:lambda:eu-west-1:123456789012:function:echo";
    for (const reference of ["echo", arn, `${arn}:live`, "aws_lambda_function.echo"]) {
      expect(hosts.functionFor(reference)?.name).toBe("echo");
    }
    expect(hosts.functionFor("nothing")).toBeUndefined();
  });
});

it("takes the region and account of an API from its ARN", async () => {
  const KEY = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
  const host = "abc123.execute-api.us-east-1.amazonaws.com";
  const { hosts } = emulate(
    restApi([{ path: "/users", method: "GET", config: { authorization: "AWS_IAM" } }], {
      api: { execution_arn: "arn:aws:execute-api:us-east-1:999999999999:abc123" },
    }),
    { iamKeys: [KEY] },
  );
  const client = new AwsClient({ ...KEY, region: "us-east-1", service: "execute-api" });
  const signed = await client.sign(`https://${host}/prod/users`);
  const answer = await hosts.fetchFor(host)?.(
    request("/prod/users", { headers: [["Host", host], ...signed.headers.entries()] }),
  );
  if (answer === undefined) throw new Error("no answer");
  expect(JSON.parse((await read(answer)).text).requestContext.accountId).toBe("999999999999");
});

it("starts nothing before the first request, and closes without one", async () => {
  const hosts = emulatedHosts({ resource: {} }, { stackFolder: folderWith(), ...place });
  expect(hosts.hostNames).toEqual([]);
  await hosts.close();
});
