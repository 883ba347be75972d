import type { Origin } from "../../../../preview/edge-model";

/** An origin that is not a bucket. */
export const customOrigin: Origin = {
  id: "api",
  domainName: "api.example.com",
  originPath: "/v1",
  kind: "custom",
  customHeaders: [["X-Secret", "s"]],
  connectionAttempts: 3,
  connectionTimeoutSeconds: 10,
  readTimeoutSeconds: 30,
  keepaliveTimeoutSeconds: 5,
  protocolPolicy: "https-only",
  httpPort: 80,
  httpsPort: 443,
  sslProtocols: ["TLSv1.2"],
};

/** A bucket. */
export const bucketOrigin: Origin = {
  ...customOrigin,
  id: "site",
  domainName: "site.s3.eu-west-1.amazonaws.com",
  originPath: "",
  kind: "s3",
  customHeaders: [],
};
