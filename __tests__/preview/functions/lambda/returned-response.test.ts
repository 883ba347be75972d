import { InvalidResult } from "../../../../preview/functions/invalid-result";
import { type Draft, set } from "../support/drafts";
import { input, response, responseInput } from "../support/exchange";
import { changedResponse as change } from "../support/lambda-decisions";

describe("a response", () => {
  it("is generated from a status alone", () => {
    expect(change(input(), () => ({ status: "204" }))).toEqual({
      status: 204,
      headers: [["Content-Length", "0"]],
      body: new Uint8Array(),
    });
  });

  it("is generated with a body in base64", () => {
    const made = change(input(), () => ({
      status: 200,
      statusDescription: "Fine",
      bodyEncoding: "base64",
      body: "aGk=",
    }));
    expect(made).toMatchObject({
      status: 200,
      statusText: "Fine",
      headers: [["Content-Length", "2"]],
    });
    expect(made.body.toString()).toBe("hi");
  });

  it("keeps the origin's body unless the function sets one", () => {
    const given = responseInput(response(), { event: "origin-response" });
    expect(change(given, set("status", "201"))).toMatchObject({
      status: 201,
      body: given.response?.body,
    });
    expect(change(given, set("body", "")).body).toHaveLength(0);
  });

  it("keeps its body at the viewer, whatever the function says", () => {
    const given = responseInput(response());
    expect(change(given, set("body", "new")).body).toBe(given.response?.body);
  });

  it("may be 40 KB for a viewer request and 1 MB for an origin request", () => {
    const of = (kilobytes: number) => () => ({ status: 200, body: "x".repeat(kilobytes * 1024) });
    expect(() => change(input(), of(39))).not.toThrow();
    expect(() => change(input(), of(41))).toThrow("at most 40960 are allowed");
    expect(() => change(input({ event: "origin-request" }), of(1000))).not.toThrow();
    expect(() => change(input({ event: "origin-request" }), of(1025))).toThrow(
      "at most 1048576 are allowed",
    );
  });

  it.each<[string, Draft, string]>([
    ["a status below 200", { status: "100" }, "status must be from 200 to 599"],
    ["a status above 599", { status: "600" }, "status must be from 200 to 599"],
    ["no status at all", { headers: {} }, 'uri must begin with "/"'],
    ["204 and a body", { status: "204", body: "x" }, "status 204 cannot have a body"],
    [
      "a description of two lines",
      { status: 200, statusDescription: "a\nb" },
      "statusDescription must be a line of text",
    ],
    [
      "another body encoding",
      { status: 200, body: "x", bodyEncoding: "gzip" },
      "must be text or base64",
    ],
    ["a body as object", { status: 200, body: {} }, "is not a string"],
  ])("is refused with %s", (_, result, message) => {
    expect(() => change(input(), () => result)).toThrow(InvalidResult);
    expect(() => change(input(), () => result)).toThrow(message);
  });

  it("cannot change its status at the viewer", () => {
    expect(() => change(responseInput(response()), set("status", "201"))).toThrow(
      "cannot change the status",
    );
  });

  it.each(["content-encoding", "content-length", "transfer-encoding", "via", "warning"])(
    "cannot change %s at the viewer",
    (name) => {
      expect(() =>
        change(responseInput(response()), set(`headers.${name}`, [{ value: "x" }])),
      ).toThrow(`read-only header "${name}"`);
    },
  );

  it("must stay a response in response events", () => {
    expect(() => change(responseInput(response()), () => ({ uri: "/" }))).toThrow(
      "a response must have a status",
    );
  });
});
