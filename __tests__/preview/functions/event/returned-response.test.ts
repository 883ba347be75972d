import { returnedResponse } from "../../../../preview/functions/event/returned-response";
import { toEvent } from "../../../../preview/functions/event/to-event";
import { InvalidResult } from "../../../../preview/functions/invalid-result";
import type { EdgeResponse } from "../../../../preview/messages";
import { type Draft, set } from "../support/drafts";
import { input, response, responseInput } from "../support/exchange";

/** What becomes of the response after a function changed it as it sees it. */
function changeResponse(
  change: (draft: Draft) => void,
  answer: EdgeResponse = response(),
): EdgeResponse {
  const given = responseInput(answer);
  const shown = toEvent(given);
  const draft = structuredClone(shown.response) as unknown as Draft;
  change(draft);
  return returnedResponse(draft, shown, given);
}

const generate = (result: Draft) => returnedResponse(result, toEvent(input()), input());

describe("a response that a function made", () => {
  it("needs nothing but a status code", () => {
    expect(generate({ statusCode: 404 })).toEqual({
      status: 404,
      headers: [["Content-Length", "0"]],
      body: new Uint8Array(),
    });
  });

  it.each([
    ["text", "héllo", "héllo"],
    ["data as text", { encoding: "text", data: "héllo" }, "héllo"],
    ["data in base64", { encoding: "base64", data: "aGk=" }, "hi"],
    ["empty text", "", ""],
  ])("takes a body as %s", (_, body, expected) => {
    const made = generate({ statusCode: 200, body });
    expect(Buffer.from(made.body as Uint8Array).toString()).toBe(expected);
    expect(made.headers).toEqual([["Content-Length", String(Buffer.byteLength(expected))]]);
  });

  it.each<[string, Draft, string]>([
    [
      "a status code as text",
      { statusCode: "200" },
      "statusCode must be an integer from 200 to 599",
    ],
    ["a status code out of range", { statusCode: 99 }, "got 99"],
    ["a fraction", { statusCode: 200.5 }, "got 200.5"],
    [
      "a description with a line break",
      { statusCode: 200, statusDescription: "a\nb" },
      "statusDescription must be a line of text",
    ],
    [
      "malformed base64",
      { statusCode: 200, body: { encoding: "base64", data: "*" } },
      "not valid base64",
    ],
    [
      "another encoding",
      { statusCode: 200, body: { encoding: "gzip", data: "" } },
      'must be text or base64, got "gzip"',
    ],
    [
      "a body as number",
      { statusCode: 200, body: { encoding: "text", data: 1 } },
      "is not a string",
    ],
    [
      "a disallowed header",
      { statusCode: 200, headers: { "x-cache": { value: "x" } } },
      'disallowed header "x-cache"',
    ],
    [
      "a read-only header",
      { statusCode: 200, headers: { "content-length": { value: "1" } } },
      'read-only header "content-length"',
    ],
  ])("is refused with %s", (_, result, message) => {
    expect(() => generate(result)).toThrow(InvalidResult);
    expect(() => generate(result)).toThrow(message);
  });
});

describe("a response that a function changed", () => {
  it("keeps its body when the function sets none", () => {
    const answer = response({ headers: [["Content-Length", "15"]] });
    const after = changeResponse(set("statusCode", 201), answer);
    expect(after).toMatchObject({ status: 201, headers: [["Content-Length", "15"]] });
    expect(after.body).toBe(answer.body);
  });

  it("loses its body to an empty one, and its length with it", () => {
    const after = changeResponse(
      set("body", ""),
      response({
        headers: [
          ["content-length", "15"],
          ["etag", "x"],
        ],
      }),
    );
    expect(after).toMatchObject({
      headers: [
        ["Etag", "x"],
        ["Content-Length", "0"],
      ],
      body: Buffer.alloc(0),
    });
  });

  it("keeps its cookies as they came until one changes", () => {
    const answer = response({
      headers: [
        ["Set-Cookie", "a=1;Path=/"],
        ["set-cookie", "a=2"],
      ],
    });
    expect(changeResponse(() => {}, answer).headers).toEqual([
      ["Set-Cookie", "a=1;Path=/"],
      ["set-cookie", "a=2"],
    ]);
    expect(
      changeResponse(set("cookies.b", { value: "3", attributes: "Secure; HttpOnly" }), answer)
        .headers,
    ).toEqual([
      ["Set-Cookie", "a=1; Path=/"],
      ["Set-Cookie", "a=2"],
      ["Set-Cookie", "b=3; Secure; HttpOnly"],
    ]);
  });

  it.each(["warning", "via"])("may not get the header %s", (name) => {
    expect(() => changeResponse(set(`headers.${name}`, { value: "x" }))).toThrow(
      `read-only header "${name}"`,
    );
  });
});
