import type { Block } from "../../../../synthesized/stack";
import { folderWith } from "../support/exchange";
import { ask, closeHosts, emulate, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);

const HANDLER = `export const handler = awslambda.streamifyResponse(async (event, stream) => {
  const headers = { "Content-Type": "image/png" };
  const multiValueHeaders = { "Set-Cookie": ["a=1", "b=2"] };
  const out = awslambda.HttpResponseStream.from(stream, { statusCode: 201, headers, multiValueHeaders });
  out.write("first ");
  out.end(event.httpMethod);
});`;

const api = (integration: Block) =>
  emulate(
    restApi([
      { path: "/x", method: "GET", integration: { uri: invokeArn("echo"), ...integration } },
    ]),
    { stackFolder: folderWith({ "echo/index.mjs": HANDLER }) },
  );

describe("a REST API before a streaming handler", () => {
  it("passes on what it wrote, whatever the client accepts", async () => {
    const answer = await ask(api({ response_transfer_mode: "STREAM" }), "/prod/x");
    expect(answer).toMatchObject({ status: 201, text: "first GET" });
    expect(answer.header("content-type")).toBe("image/png");
    expect(answer.values("set-cookie")).toEqual(["a=1", "b=2"]);
  });

  it("is 502 without the transfer mode, and says what to set", async () => {
    const buffered = api({});
    expect((await ask(buffered, "/prod/x")).status).toBe(502);
    expect(buffered.logs.at(-1)?.text).toContain("response_transfer_mode");
  });
});
