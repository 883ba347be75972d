import { readExplainArguments } from "../../../cli/explain/read-explain-arguments";
import { UsageError } from "../../../cli/usage-error";

describe("the arguments of explain", () => {
  it("are all read", () => {
    const args = [
      ...["spa-api", "post", "/api/a?b=c?d", "--header", "X-A:  b: c ", "-H", "Accept: */*"],
      ...["--cookie", "a=1", "--cookie", "b=2", "--body", "{}", "--http", "--json"],
    ];
    expect(readExplainArguments(args)).toEqual({
      stack: "spa-api",
      config: undefined,
      run: { set: {}, origins: {}, jwtKeys: {} },
      method: "POST",
      path: "/api/a",
      query: "b=c?d",
      headers: [
        ["X-A", "b: c"],
        ["Accept", "*/*"],
        ["Cookie", "a=1; b=2"],
      ],
      body: "{}",
      protocol: "http",
      json: true,
    });
  });

  it("name no stack with a file", () => {
    const args = ["--config", "main.tf.json", "GET", "/"];
    expect(readExplainArguments(args)).toMatchObject({
      stack: undefined,
      config: { configFile: "main.tf.json", variableFiles: [] },
      method: "GET",
      path: "/",
    });
  });

  it.each([
    [[], /^write: explain STACK METHOD PATH/],
    [["spa-api", "GET"], /^write: explain STACK METHOD PATH/],
    [["spa-api", "GET", "/", "/b"], /^write: explain STACK METHOD PATH/],
    [["spa-api", "G3T", "/"], /^the method must be a word such as GET, got "G3T"/],
    [["spa-api", "GET", "api"], 'the path must start with "/" and hold no space or "#", got "api"'],
    [["spa-api", "GET", "/", "-H", "no"], '--header must be like "Name: value", got "no"'],
    [["spa-api", "GET", "/", "--cookie", "a"], '--cookie must be like name=value, got "a"'],
  ])("%j are a usage error", (args, message) => {
    expect(() => readExplainArguments(args)).toThrow(UsageError);
    expect(() => readExplainArguments(args)).toThrow(message);
  });
});
