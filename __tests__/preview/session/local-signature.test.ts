import { AwsClient } from "aws4fetch";
import type { HeaderList } from "../../../preview/messages";
import { createSession, type Session } from "../../../preview/session";
import { siteStack } from "../support/site-stack";
import { viewerRequest } from "../support/viewer";

let session: Session;

beforeAll(async () => {
  session = await createSession({
    stack: siteStack(),
    localUrl: async () => "http://localhost:9001",
  });
});

afterAll(() => session.close());

/** The headers of a request that a page signs for a URL. */
async function signed(url: string, secretAccessKey: string): Promise<HeaderList> {
  const { accessKeyId } = session.iamKey;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region: "eu-west-1",
    service: "execute-api",
  });
  const request = await client.sign(url);
  return [...request.headers].filter(([name]) => name !== "host");
}

const LOCAL = "http://localhost:9001/prod/api/signed";

describe("a signature for the API's local address", () => {
  it("is accepted there", async () => {
    const headers = await signed(LOCAL, session.iamKey.secretAccessKey);
    const [api] = session.apis;
    const response = await session.answerApi(
      api?.host ?? "",
      viewerRequest("/prod/api/signed", { headers }),
    );
    expect(response?.status).toBe(200);
  });

  it("is accepted through the distribution, which sends the API's real host", async () => {
    const headers = await signed(LOCAL, session.iamKey.secretAccessKey);
    expect((await session.answer(viewerRequest("/api/signed", { headers }))).status).toBe(200);
  });

  it("is refused when it was made with another key", async () => {
    const headers = await signed(LOCAL, "another key");
    expect((await session.answer(viewerRequest("/api/signed", { headers }))).status).toBe(403);
  });

  it("is refused for another address", async () => {
    const url = "http://localhost:9002/prod/api/signed";
    const headers = await signed(url, session.iamKey.secretAccessKey);
    expect((await session.answer(viewerRequest("/api/signed", { headers }))).status).toBe(403);
  });

  it("is not needed where the API asks for none", async () => {
    expect((await session.answer(viewerRequest("/api/signed"))).status).toBe(403);
    expect((await session.answer(viewerRequest("/api/open"))).status).toBe(200);
  });
});
