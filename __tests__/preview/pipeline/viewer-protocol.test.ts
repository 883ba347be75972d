import { applyViewerProtocol } from "../../../preview/pipeline/viewer-protocol";

it.each([
  ["allow-all", "http", "GET", "1.1", "continue"],
  ["allow-all", "http", "POST", "1.1", "continue"],
  ["allow-all", "https", "GET", "2.0", "continue"],
  ["redirect-to-https", "http", "GET", "1.1", 301],
  ["redirect-to-https", "http", "HEAD", "1.1", 301],
  ["redirect-to-https", "http", "GET", "1.0", 301],
  ["redirect-to-https", "http", "POST", "1.1", 307],
  ["redirect-to-https", "http", "PUT", "1.1", 307],
  ["redirect-to-https", "http", "DELETE", "2.0", 307],
  ["redirect-to-https", "http", "OPTIONS", "1.1", 307],
  ["redirect-to-https", "http", "PATCH", "1.1", 307],
  ["redirect-to-https", "http", "POST", "1.0", 403],
  ["redirect-to-https", "https", "POST", "1.1", "continue"],
  ["https-only", "http", "GET", "1.1", 403],
  ["https-only", "http", "HEAD", "1.1", 403],
  ["https-only", "http", "POST", "1.1", 403],
  ["https-only", "https", "GET", "1.1", "continue"],
] as const)(
  "%s over %s: %s with HTTP/%s gives %s",
  (policy, protocol, method, httpVersion, decision) => {
    expect(applyViewerProtocol(policy, { protocol, method, httpVersion })).toBe(decision);
  },
);
