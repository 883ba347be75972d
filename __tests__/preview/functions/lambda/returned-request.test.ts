import type { FunctionInput } from "../../../../preview/functions/edge-function";
import { InvalidResult } from "../../../../preview/functions/invalid-result";
import { type Draft, set } from "../support/drafts";
import { input, request } from "../support/exchange";
import { changedRequest } from "../support/lambda-decisions";
import { customOrigin } from "../support/origins";

const change = (given: FunctionInput, edit: (draft: Draft) => unknown) =>
  changedRequest(given, edit).request;

const bytes = (length: number) => ({
  action: "replace",
  encoding: "base64",
  data: Buffer.alloc(length, "y").toString("base64"),
});

describe("a request", () => {
  it("stays as it came when nothing changed", () => {
    const given = input({
      event: "origin-request",
      origin: customOrigin,
      request: request({ query: "b&a=1", body: Buffer.from("x") }),
    });
    expect(change(given, () => undefined)).toEqual(given.request);
  });

  it("takes changed fields, and headers with and without a key", () => {
    const after = change(input(), (draft) => {
      set("uri", "/new")(draft);
      set("querystring", "x=1")(draft);
      set("headers.x-my-header", [{ value: "1" }, { key: "X-MY-HEADER", value: "2" }])(draft);
    });
    expect(after).toMatchObject({ path: "/new", query: "x=1" });
    expect(after.headers.slice(1)).toEqual([
      ["X-My-Header", "1"],
      ["X-MY-HEADER", "2"],
    ]);
  });

  it("takes a body that the function replaces, up to the limit", () => {
    const text = { action: "replace", encoding: "text", data: "hi" };
    expect(change(input(), set("body", text)).body.toString()).toBe("hi");
    expect(change(input(), set("body", bytes(40_960))).body).toHaveLength(40_960);
    const atOrigin = input({ event: "origin-request" });
    expect(change(atOrigin, set("body", bytes(1_048_576))).body).toHaveLength(1_048_576);
  });

  it("keeps its body unless the function says replace, whose data are base64 by default", () => {
    const given = input({ request: request({ body: Buffer.from("viewer") }) });
    expect(change(given, set("body", { data: "aGk=" })).body.toString()).toBe("viewer");
    const replaced = change(given, set("body", { action: "replace", data: "aGk=" }));
    expect(replaced.body.toString()).toBe("hi");
  });

  it.each([
    ["viewer-request", bytes(40_961), 40_960],
    ["viewer-request", { action: "replace", encoding: "text", data: "y".repeat(40_961) }, 40_960],
    ["origin-request", bytes(1_048_577), 1_048_576],
  ] as const)("is refused with a longer body at %s", (event, body, maximum) => {
    expect(() => change(input({ event }), set("body", body))).toThrow(
      `the body that the function returned has ${maximum + 1} bytes: at most ${maximum} are allowed`,
    );
  });

  it.each<[string, (draft: Draft) => unknown, string]>([
    ["another method", set("method", "POST"), "the method cannot be changed"],
    ["a uri without a slash", set("uri", "a"), 'uri must begin with "/"'],
    ["a query string with a space", set("querystring", "a b"), "without spaces"],
    ["a read-only header", set("headers.host", [{ value: "x" }]), 'read-only header "host"'],
    ["a disallowed header", set("headers.x-amz-cf-id", [{ value: "x" }]), "disallowed header"],
    ["a header as text", set("headers.x-a", "x"), "must be an array of objects with a value"],
    ["a header as number", set("headers.x-a", [{ value: 1 }]), "must have a string as value"],
    [
      "a key of another name",
      set("headers.x-a", [{ key: "X-B", value: "1" }]),
      "both must be the same name",
    ],
    [
      "the viewer's country",
      set("headers.cloudfront-viewer-country", [{ value: "DE" }]),
      "cannot add the header CloudFront-Viewer-Country",
    ],
    ["another action", set("body", { action: "drop" }), "action must be read-only or replace"],
    [
      "malformed base64",
      set("body", { action: "replace", encoding: "base64", data: "*" }),
      "not valid base64",
    ],
  ])("is refused with %s", (_, edit, message) => {
    expect(() => change(input(), edit)).toThrow(InvalidResult);
    expect(() => change(input(), edit)).toThrow(message);
  });

  it.each(["accept-encoding", "cdn-loop", "if-none-match", "if-range", "via"])(
    "cannot change %s at the origin",
    (name) => {
      expect(() =>
        change(input({ event: "origin-request" }), set(`headers.${name}`, [{ value: "x" }])),
      ).toThrow(`read-only header "${name}"`);
    },
  );

  it("may change Host at the origin", () => {
    const after = change(
      input({ event: "origin-request" }),
      set("headers.host", [{ key: "Host", value: "other" }]),
    );
    expect(after.headers).toEqual([["Host", "other"]]);
  });
});
