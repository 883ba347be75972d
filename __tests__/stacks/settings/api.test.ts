import { readApi } from "../../../stacks/settings/api";

describe("readApi", () => {
  it("sends /api/* to the stage api, unless told otherwise", () => {
    expect(readApi({})).toMatchObject({ apiPattern: "/api/*", apiStage: "api" });
    expect(readApi({ API_PATTERN: "", API_STAGE: "" })).toEqual(readApi({}));
    expect(readApi({ API_PATTERN: "/v1/*", API_STAGE: "v1" })).toMatchObject({
      apiPattern: "/v1/*",
      apiStage: "v1",
    });
  });

  it("sends the usual headers, or all", () => {
    expect(readApi({}).apiHeaders).toBe("usual");
    expect(readApi({ API_HEADERS: "all" }).apiHeaders).toBe("all");
  });

  it.each([
    [{ API_PATTERN: "api/*" }, 'API_PATTERN must start with "/", got "api/*"'],
    [{ API_PATTERN: " " }, 'API_PATTERN must start with "/", got " "'],
    [
      { API_PATTERN: "/api/* " },
      'API_PATTERN must not contain " ", which CloudFront refuses, got "/api/* "',
    ],
    [
      { API_HEADERS: "Authorization" },
      'API_HEADERS must be usual or all, got "Authorization"; leave it out for usual',
    ],
    [{ API_STAGE: "a/b" }, /^API_STAGE must be .*, got "a\/b"$/],
    [
      { API_PATTERN: "/*" },
      /^API_PATTERN must start with a whole segment.*"\/api\/\*", got "\/\*"$/,
    ],
    [
      { API_PATTERN: "/v1/*" },
      /^API_PATTERN is "\/v1\/\*", but API_STAGE is "api".*set API_STAGE=v1 or API_PATTERN=\/api\/\*$/,
    ],
  ])("refuses %j by name, with the value and what to set", (env, message) => {
    expect(() => readApi(env)).toThrow(message);
  });
});
