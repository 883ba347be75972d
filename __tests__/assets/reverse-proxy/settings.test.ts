import { loadModule } from "../load-module";

const { findKeys, initialSettings, loadConfig, problem, withoutSlash } = loadModule<{
  findKeys(text: string): object | null;
  initialSettings(config: object | null, pageOrigin: string): object;
  loadConfig(fetchFile: () => Promise<Response>): Promise<object | null>;
  problem(name: string, value: string, lastSegment?: string): string | null;
  withoutSlash(address: string): string;
}>("assets/reverse-proxy/settings.js");

const config = {
  region: "eu-west-1",
  apiEndpoint: "https://abc.execute-api.eu-west-1.amazonaws.com/prod",
  customDomainEndpoint: null,
};

describe("the page's settings", () => {
  it("start with what the stack wrote about itself", () => {
    expect(initialSettings(config, "https://d1.cloudfront.net")).toEqual({
      edge: "https://d1.cloudfront.net",
      api: config.apiEndpoint,
      custom: "",
      region: "eu-west-1",
      stripPrefix: false,
    });
  });

  it("start empty without a config.json, or when a page comes in its place", async () => {
    expect(await loadConfig(async () => Response.json(config))).toEqual(config);
    expect(await loadConfig(async () => new Response("", { status: 404 }))).toBeNull();
    expect(await loadConfig(async () => new Response("<!doctype html>"))).toBeNull();
    expect(await loadConfig(() => Promise.reject(new Error("offline")))).toBeNull();
    expect(initialSettings(null, "http://localhost")).toMatchObject({ api: "", region: "" });
  });

  it.each([
    ["api", "https://abc.execute-api.eu-west-1.amazonaws.com/prod", "prod", null],
    ["api", "https://abc.execute-api.eu-west-1.amazonaws.com/test", "prod", /ends with \/prod/],
    ["api", "https://abc.execute-api.eu-west-1.amazonaws.com/any", undefined, null],
    ["api", "", "prod", /Enter the API endpoint/],
    ["api", "abc.execute-api", "prod", /“abc.execute-api” is not an address/],
    ["api", "ftp://x.example/prod", "prod", /is not an address/],
    ["api", "https://x.example/prod?a=1", "prod", /Leave out everything from/],
    ["custom", "", "default", null],
    ["edge", "", undefined, /Enter CloudFront's address/],
    ["region", "eu-west-1", undefined, null],
    ["region", "us-gov-west-1", undefined, null],
    ["region", "Ireland", undefined, /“Ireland” is not a region/],
    ["region", "", undefined, /such as eu-west-1/],
  ])("%s “%s” with the last segment %s: %s", (name, value, lastSegment, expected) => {
    const found = problem(name, value, lastSegment);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatch(expected);
  });

  it("take an address with a slash at its end", () => {
    expect(withoutSlash(" https://x.example/prod/ ")).toBe("https://x.example/prod");
  });

  it.each([
    "export AWS_ACCESS_KEY_ID=AKIDEXAMPLE\nexport AWS_SECRET_ACCESS_KEY=a/b+c\nexport AWS_SESSION_TOKEN=t/o==",
    "[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = a/b+c\naws_session_token = t/o==",
    '{"Credentials": {"AccessKeyId": "AKIDEXAMPLE", "SecretAccessKey": "a/b+c", "SessionToken": "t/o=="}}',
    '$Env:AWS_ACCESS_KEY_ID="AKIDEXAMPLE"\n$Env:AWS_SECRET_ACCESS_KEY="a/b+c"\n$Env:AWS_SESSION_TOKEN="t/o=="',
  ])("find the keys in a pasted block: %s", (text) => {
    expect(findKeys(text)).toEqual({
      accessKeyId: "AKIDEXAMPLE",
      secretAccessKey: "a/b+c",
      sessionToken: "t/o==",
    });
  });

  it("leave another paste as it is", () => {
    expect(findKeys("AKIDEXAMPLE")).toBeNull();
  });
});
