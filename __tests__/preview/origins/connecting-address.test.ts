import { read, request } from "./support/exchange";
import { API_HOST, closeHosts, emulate, restApi } from "./support/rest-stack";

afterAll(closeHosts);

const { fetch } = emulate(restApi([{ path: "/x", method: "GET" }]));
const event = async (headers: readonly (readonly [string, string])[]) =>
  JSON.parse((await read(fetch(request("/prod/x", { host: API_HOST, headers })))).text);

it("is the edge's behind CloudFront, so that the viewer's is only in X-Forwarded-For", async () => {
  const seen = await event([
    ["Via", "2.0 abc.cloudfront.net (CloudFront)"],
    ["X-Forwarded-For", "203.0.113.7"],
  ]);
  expect(seen.requestContext.identity.sourceIp).toBe("130.176.0.1");
  expect(seen.headers["X-Forwarded-For"]).toBe("203.0.113.7, 130.176.0.1");
});

it("is the client's own when it calls directly", async () => {
  const seen = await event([]);
  expect(seen.requestContext.identity.sourceIp).toBe("203.0.113.7");
  expect(seen.headers["X-Forwarded-For"]).toBe("203.0.113.7");
});
