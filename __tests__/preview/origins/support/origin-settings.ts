import type { HttpOriginSettings } from "../../../../preview/origins/http-origin";

/** A custom origin with CloudFront's defaults but shorter times, and what differs from them. */
export function settings(changes: Partial<HttpOriginSettings> = {}): HttpOriginSettings {
  return {
    id: "backend",
    domainName: "app.example.com",
    sslProtocols: ["TLSv1.2"],
    connectionAttempts: 3,
    connectionTimeoutSeconds: 2,
    readTimeoutSeconds: 2,
    keepaliveTimeoutSeconds: 5,
    ...changes,
  };
}
