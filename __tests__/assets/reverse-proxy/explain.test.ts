import { loadModule } from "../load-module";

const { explain } = loadModule<{
  explain(result: object, context: object): string | null;
}>("assets/reverse-proxy/explain.js");

const pageOrigin = "https://d1.cloudfront.net";
const answer = (status: number | null, text = "{}", contentType = "application/json") => ({
  status,
  text,
  contentType,
  url: "https://api.example.com/default/x",
});
const context = (changes: object = {}, request: object = {}) => ({
  request: { expected: 200, ...request },
  cors: true,
  pageOrigin,
  ...changes,
});

describe("the explanation of an answer", () => {
  it("is left out when the answer is the expected one", () => {
    expect(explain(answer(200), context())).toBeNull();
    expect(explain(answer(403, "Forbidden"), context({}, { expected: 403 }))).toBeNull();
  });

  it.each([
    ["The security token included in the request is invalid.", /Enter current keys/],
    ["The security token included in the request is expired", /Enter current keys/],
    ["The request signature we calculated does not match", /Check the secret access key/],
    ["Signature expired: 20260101T000000Z is now earlier", /clock is more than five minutes/],
    ["Credential should be scoped to a valid region", /Check the region/],
    ["User: arn:aws:iam::1:user/x is not authorized to perform: execute-api:Invoke", /IAM policy/],
  ])("of a refused signature says what to check: %s", (message, expected) => {
    expect(explain(answer(403, message), context({}, { signed: true }))).toMatch(expected);
  });

  it.each([
    [answer(403, "Missing Authentication Token"), /no such route/],
    [answer(403, "Forbidden"), /Host header/],
    [answer(429), /Wait a little/],
    [answer(502), /Check that the deployment has finished/],
    [answer(200, "<!doctype html><p>", "text/html; charset=utf-8"), /is a page, not the API's/],
    [answer(404), /should answer 200/],
  ])("of another answer says what it comes from: %p", (result, expected) => {
    expect(explain(result, context())).toMatch(expected);
  });

  it("of no answer across origins tells CORS that is off from what API Gateway answers itself", () => {
    expect(explain(answer(null), context({ cors: false }))).toMatch(/CORS is switched off/);
    expect(explain(answer(null), context({}, { expected: 401 }))).toMatch(/answers 401 by itself/);
    expect(explain(answer(null), context())).toMatch(/or the endpoint does not exist/);
  });

  it("of no answer on the page's own origin does not blame CORS", () => {
    const text = explain({ ...answer(null), url: `${pageOrigin}/cf-apigw/auth` }, context());
    expect(text).toMatch(/network connection/);
    expect(text).not.toMatch(/CORS/);
  });
});
