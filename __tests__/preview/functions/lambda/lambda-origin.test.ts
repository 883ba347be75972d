import { type Draft, remove, set } from "../support/drafts";
import { input, request } from "../support/exchange";
import { changedRequest as change } from "../support/lambda-decisions";
import { bucketOrigin, customOrigin } from "../support/origins";

const originRequest = (origin = customOrigin) => input({ event: "origin-request", origin });

describe("the origin", () => {
  it("changes to another custom origin", () => {
    const after = change(originRequest(), (draft) => {
      for (const [name, value] of Object.entries({
        domainName: "b.example.com",
        path: "",
        port: 8080,
        protocol: "http",
      }))
        set(`origin.custom.${name}`, value)(draft);
    });
    expect(after.origin).toEqual({
      kind: "settings",
      settings: {
        kind: "custom",
        domainName: "b.example.com",
        originPath: "",
        customHeaders: [["X-Secret", "s"]],
        port: 8080,
        protocolPolicy: "http-only",
        readTimeoutSeconds: 30,
        keepaliveTimeoutSeconds: 5,
        sslProtocols: ["TLSv1.2"],
      },
    });
  });

  it("changes from a custom origin to a bucket", () => {
    const s3 = {
      authMethod: "none",
      customHeaders: {},
      domainName: "b.s3.amazonaws.com",
      path: "/x",
      region: "",
    };
    expect(change(originRequest(), set("origin", { s3 })).origin).toEqual({
      kind: "settings",
      settings: {
        kind: "s3",
        domainName: "b.s3.amazonaws.com",
        originPath: "/x",
        customHeaders: [],
      },
    });
  });

  it.each<[string, (draft: Draft) => unknown, string]>([
    ["both kinds", set("origin.custom", {}), "either s3 or custom"],
    ["neither", set("origin", {}), "either s3 or custom"],
    ["no domain name", remove("origin.s3.domainName"), "must have a domainName"],
    [
      "a custom header that CloudFront never adds",
      set("origin.s3.customHeaders", { host: [{ value: "x" }] }),
      'custom header "Host" cannot be sent',
    ],
    ["a path that ends with a slash", set("origin.s3.path", "/a/"), "not end with one"],
  ])("is refused with %s", (_, edit, message) => {
    expect(() => change(originRequest(bucketOrigin), edit)).toThrow(message);
  });

  it("is refused with a custom header that the request has already", () => {
    const given = { ...originRequest(), request: request({ headers: [["X-A", "1"]] }) };
    const edit = set("origin.custom.customHeaders", { "x-a": [{ value: "2" }] });
    expect(() => change(given, edit)).toThrow('custom header "X-A" is in the request already');
  });
});
