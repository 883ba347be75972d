import type { EdgeModel } from "../../../preview/edge-model";
import type { EdgeRequest } from "../../../preview/messages";
import { behavior, testEdge } from "../../support/edge";

async function notesOf(
  target: string,
  model: Partial<EdgeModel>,
  changes: Partial<EdgeRequest> = {},
): Promise<readonly string[]> {
  const { trace } = await testEdge(model).get(target, changes, { detail: true });
  return trace.notes;
}

const api = { orderedBehaviors: [behavior({ pathPattern: "/api/*" })] };

describe("a path that may be read in several ways", () => {
  it.each([["/api%2Fusers"], ["/api%2fusers"], ["/x%2F..%2F../api%2Fusers"]])(
    "says for %s which behavior a decoded slash would pick",
    async (path) => {
      expect(await notesOf(path, api)).toEqual([
        expect.stringMatching(
          /picks "\*"; decoded to .*\/api\/users, it would pick "\/api\/\*"; how far/,
        ),
      ]);
    },
  );

  it("says which behavior the raw path would pick, where the documentation is open", async () => {
    expect(await notesOf("/%61pi/users", api)).toEqual([
      'the normalised path /api/users picks "/api/*", the raw path would pick "*"; how far CloudFront decodes is not documented',
    ]);
  });

  it("calls nothing undocumented where AWS says it: dots and slashes", async () => {
    expect(await notesOf("//api/./users", api)).toEqual([
      'the normalised path /api/users picks "/api/*", the raw path would pick "*"',
    ]);
  });

  it.each([["/api/a%2Fb"], ["/a%20b"], ["/api/users"]])("says nothing for %s", async (path) => {
    expect(await notesOf(path, api)).toEqual([]);
  });
});

describe("the order of the redirect and the other checks", () => {
  const readOnly = behavior({
    allowedMethods: ["GET", "HEAD"],
    viewerProtocolPolicy: "redirect-to-https",
  });

  it.each([
    ["POST", "", "the method POST"],
    ["GET", "x", "a GET with a body"],
  ])("is noted for %s with the body %j", async (method, body, reason) => {
    const changes = { method, body: Buffer.from(body), protocol: "http" } as const;
    expect(await notesOf("/", { defaultBehavior: readOnly }, changes)).toEqual([
      `the redirect to HTTPS comes first, then ${reason} is refused with 403; AWS does not document that order`,
    ]);
  });

  it("is noted for a request without the signature that its behavior asks for", async () => {
    const signed = behavior({ viewerProtocolPolicy: "redirect-to-https", trustedKeys: [] });
    expect(await notesOf("/", { defaultBehavior: signed }, { protocol: "http" })).toEqual([
      expect.stringContaining("then a missing or wrong signature is refused"),
    ]);
  });

  it("does not matter to a request that may pass over HTTPS", async () => {
    expect(await notesOf("/", { defaultBehavior: readOnly }, { protocol: "http" })).toEqual([]);
  });
});

it("the second distribution of a chain is noted: AWS's pages disagree", async () => {
  const via = "1.1 a.cloudfront.net (CloudFront)";
  expect(await notesOf("/", {}, { headers: [["Via", via]] })).toEqual([
    expect.stringContaining("the second distribution of a chain"),
  ]);
  expect(await notesOf("/", {}, { headers: [["Via", "1.1 proxy"]] })).toEqual([]);
});
