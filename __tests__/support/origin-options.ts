// What every origin may set, and what becomes of it, for the tests of the origins.
import type { CustomOriginOptions, OriginOptions } from "../../modules";

// `Required` makes the compiler ask for each prop that is added later.
export const ORIGIN_OPTIONS: Required<OriginOptions> = {
  customHeaders: { "X-From": "edge" },
  connectionAttempts: 2,
  connectionTimeoutSeconds: 5,
  originShieldRegion: "eu-west-1",
};

export const RENDERED_OPTIONS = {
  custom_header: [{ name: "X-From", value: "edge" }],
  connection_attempts: 2,
  connection_timeout: 5,
  origin_shield: { enabled: true, origin_shield_region: "eu-west-1" },
};

export const CUSTOM_ORIGIN_OPTIONS: Required<CustomOriginOptions> = {
  ...ORIGIN_OPTIONS,
  originSslProtocols: ["TLSv1.2"],
  responseTimeoutSeconds: 29,
  keepaliveTimeoutSeconds: 30,
};

export const RENDERED_CUSTOM_OPTIONS = {
  ...RENDERED_OPTIONS,
  custom_origin_config: {
    origin_ssl_protocols: ["TLSv1.2"],
    origin_read_timeout: 29,
    origin_keepalive_timeout: 30,
  },
};
