import type { FunctionInput } from "../../../../preview/functions/edge-function";
import { returnedRequest } from "../../../../preview/functions/event/returned-request";
import { toEvent } from "../../../../preview/functions/event/to-event";
import { InvalidResult } from "../../../../preview/functions/invalid-result";
import type { EdgeRequest } from "../../../../preview/messages";
import { type Draft, remove, set } from "../support/drafts";
import { input, request } from "../support/exchange";

/** What becomes of the request after a function changed it as it sees it. */
function changeRequest(
  change: (draft: Draft) => void,
  given: FunctionInput = input(),
): EdgeRequest {
  const { request: shown } = toEvent(given);
  const draft = structuredClone(shown) as unknown as Draft;
  change(draft);
  return returnedRequest(JSON.parse(JSON.stringify(draft)), shown, given);
}

describe("a request that a function returned", () => {
  it("stays as it came when nothing changed, hidden headers included", () => {
    const given = input({
      request: request({
        query: "b&a=%20&1=2",
        headers: [
          ["Host", "h"],
          ["X-Forwarded-Proto", "https"],
          ["Cookie", "a=1;b=2"],
        ],
      }),
    });
    const after = changeRequest(() => {}, given);
    expect(after.query).toBe("b&a=%20&1=2");
    expect(after.headers).toEqual([
      ["Host", "h"],
      ["X-Forwarded-Proto", "https"],
      ["Cookie", "a=1;b=2"],
    ]);
  });

  it("gets its headers capitalized, repeated ones repeated", () => {
    const after = changeRequest(
      set("headers.x-my-header", { value: "1", multiValue: [{ value: "1" }, { value: "2" }] }),
    );
    expect(after.headers.slice(1)).toEqual([
      ["X-My-Header", "1"],
      ["X-My-Header", "2"],
    ]);
  });

  it("loses a header that the function deleted", () => {
    const given = input({
      request: request({
        headers: [
          ["Host", "h"],
          ["Accept", "x"],
        ],
      }),
    });
    expect(changeRequest(remove("headers.accept"), given).headers).toEqual([["Host", "h"]]);
  });

  it("takes a changed multiValue over a changed value", () => {
    const given = input({ request: request({ query: "a=1&a=2" }) });
    expect(
      changeRequest(
        set("querystring.a", { value: "9", multiValue: [{ value: "3" }, { value: "4" }] }),
        given,
      ).query,
    ).toBe("a=3&a=4");
  });

  it("replaces only the first value when multiValue is as it was", () => {
    const given = input({ request: request({ query: "a=1&a=2" }) });
    expect(
      changeRequest(
        set("querystring.a", { value: "9", multiValue: [{ value: "1" }, { value: "2" }] }),
        given,
      ).query,
    ).toBe("a=9&a=2");
  });

  it("takes a query string as text", () => {
    expect(changeRequest(set("querystring", "x=1&y")).query).toBe("x=1&y");
  });

  it("gets one Cookie header when a cookie changed", () => {
    const given = input({
      request: request({
        headers: [
          ["Host", "h"],
          ["Cookie", "a=1"],
          ["Cookie", "b=2"],
        ],
      }),
    });
    expect(changeRequest(set("cookies.c", { value: "3" }), given).headers).toEqual([
      ["Host", "h"],
      ["Cookie", "a=1; b=2; c=3"],
    ]);
  });

  it("encodes what a path cannot hold, and no escape twice", () => {
    expect(changeRequest(set("uri", "/grün a%20b?c#d")).path).toBe("/gr%C3%BCn%20a%20b%3Fc%23d");
  });

  it.each<[string, (draft: Draft) => void, string]>([
    ["another method", set("method", "POST"), "the method cannot be changed"],
    [
      "a uri without a slash",
      set("uri", "index.html"),
      'uri must begin with "/", got "index.html"',
    ],
    ["no uri", set("uri", undefined), 'uri must begin with "/"'],
    ["a uri with a line break", set("uri", "/a\r\nb"), "control characters"],
    ["a query string with a space", set("querystring", "a b"), "must not include spaces"],
    [
      "a query string with a fragment",
      set("querystring", { a: { value: "#" } }),
      "must not include spaces",
    ],
    ["a changed Host", set("headers.host", { value: "other" }), 'read-only header "host"'],
    ["no Host", remove("headers.host"), 'read-only header "host"'],
    ["an added CDN-Loop", set("headers.cdn-loop", { value: "x" }), 'read-only header "cdn-loop"'],
    ["an added Via", set("headers.via", { value: "x" }), 'read-only header "via"'],
    [
      "a disallowed header",
      set("headers.x-edge-result", { value: "x" }),
      'disallowed header "x-edge-result"',
    ],
    ["an upper-case header", set("headers.X-A", { value: "x" }), "must be lower case"],
    [
      "a header with a line break",
      set("headers.x-a", { value: "x\r\ny: z" }),
      "control characters",
    ],
    ["a malformed header name", set("headers.x a", { value: "x" }), "is not a header name"],
    [
      "a header as text",
      set("headers.x-a", "x"),
      'headers "x-a" must be an object with a string as value, got "x"',
    ],
    [
      "a header as number",
      set("headers.x-a", { value: 1 }),
      "must be an object with a string as value",
    ],
    ["headers as a list", set("headers", []), "headers must be an object"],
    [
      "multiValue as text",
      set("headers.x-a", { value: "x", multiValue: "y" }),
      "must have an array as multiValue",
    ],
    ["a cookie with a line break", set("cookies.a", { value: "x\ny" }), "control characters"],
  ])("is refused with %s", (_, change, message) => {
    expect(() => changeRequest(change)).toThrow(InvalidResult);
    expect(() => changeRequest(change)).toThrow(message);
  });

  it("is refused from 8,192 characters on, the query string included", () => {
    expect(changeRequest(set("uri", `/${"a".repeat(8190)}`)).path).toHaveLength(8191);
    expect(() => changeRequest(set("uri", `/${"a".repeat(8191)}`))).toThrow(
      "must be shorter than 8192 characters, got 8192",
    );
    const given = input({ request: request({ query: "a=1" }) });
    expect(() => changeRequest(set("uri", `/${"a".repeat(8187)}`), given)).toThrow("got 8192");
  });
});
