import { createRedactor } from "../../../preview/session/redact";
import type { Trace } from "../../../preview/trace";

const redactor = createRedactor({
  origins: [{ customHeaders: [["X-Origin-Secret", "s3cr3t"]] } as never],
});

describe("the redactor (V13)", () => {
  it.each([
    ["Authorization", "Bearer abc.def", "Bearer ***"],
    ["authorization", "abc", "***"],
    ["Cookie", "sid=1; theme=dark", "sid=***; theme=***"],
    ["Set-Cookie", "sid=1; Path=/; HttpOnly", "sid=***; Path=/; HttpOnly"],
    ["X-Amz-Security-Token", "abc", "***"],
    ["x-origin-secret", "s3cr3t", "***"],
    ["X-Auth-Token", "abc", "***"],
    ["X-CSRF-Token", "abc", "***"],
    ["X-Session-Id", "abc", "***"],
    ["X-Goog-Api-Key", "abc", "***"],
    ["Accept", "text/html", "text/html"],
    ["Access-Control-Allow-Headers", "X-Auth-Token", "X-Auth-Token"],
    ["WWW-Authenticate", 'Bearer realm="a"', 'Bearer realm="a"'],
    ["Content-Security-Policy", "default-src 'self'", "default-src 'self'"],
    ["Referer", "https://a.example/?token=abc&page=2", "https://a.example/?token=***&page=2"],
  ])("shows %s: %s as %s", (name, value, shown) => {
    expect(redactor.headers([[name, value]])).toEqual([[name, shown]]);
  });

  it.each([
    ["/a?X-Amz-Signature=abc&X-Amz-Date=1", "/a?X-Amz-Signature=***&X-Amz-Date=1"],
    ["page=1&access_token=abc", "page=1&access_token=***"],
    ["query string: a=1 → password=abc", "query string: a=1 → password=***"],
    ["/a?page=1", "/a?page=1"],
  ])("shows %s as %s", (text, shown) => {
    expect(redactor.text(text)).toBe(shown);
  });

  it("hides secrets in every step of a trace", () => {
    const headers = [["X-Origin-Secret", "s3cr3t"]] as const;
    const trace: Trace = {
      requestId: "id",
      method: "GET",
      url: "https://a/?token=s3cr3t",
      status: 200,
      resultType: "Miss",
      dryRun: false,
      notes: ["see /?token=s3cr3t"],
      steps: [
        { step: "redirected", status: 301, location: "https://a/?token=s3cr3t" },
        {
          step: "function",
          event: "viewer-request",
          kind: "cloudfront-function",
          name: "f",
          outcome: "request",
          changes: ['origin: {"settings":{"customHeaders":[["X-New","s3cr3t"]]}}'],
          logs: ["got token=s3cr3t"],
        },
        {
          step: "cache-lookup",
          result: "miss",
          reason: "",
          key: {
            method: "GET",
            path: "/",
            query: "token=s3cr3t",
            headers: [["authorization", "s3cr3t"]],
            cookies: "sid=s3cr3t",
            acceptEncoding: "",
          },
        },
        {
          step: "origin-request",
          originId: "o",
          request: { method: "GET", url: "https://o/?token=s3cr3t", headers, bodyBytes: 0 },
          dropped: [],
        },
        { step: "response-headers-policy", policy: "p", added: headers, removed: [] },
      ],
    };
    expect(JSON.stringify(redactor.trace(trace))).not.toContain("s3cr3t");
    expect(JSON.stringify(trace)).toContain("s3cr3t");
  });
});
