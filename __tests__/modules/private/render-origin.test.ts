import type { CustomOriginOptions, OriginOptions } from "../../../modules";
import {
  type OriginConnection,
  renderCustomOrigin,
  renderOriginOptions,
} from "../../../modules/private/render-origin";

const defined = (value: object) => JSON.parse(JSON.stringify(value));

describe("renderOriginOptions", () => {
  it("renders nothing for what is not set", () => {
    expect(defined(renderOriginOptions({}))).toEqual({});
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const options: Required<OriginOptions> = {
      customHeaders: { "X-A": "1", "X-B": "2" },
      connectionAttempts: 1,
      connectionTimeoutSeconds: 10,
      originShieldRegion: "eu-west-1",
    };
    expect(renderOriginOptions(options)).toEqual({
      customHeader: [
        { name: "X-A", value: "1" },
        { name: "X-B", value: "2" },
      ],
      connectionAttempts: 1,
      connectionTimeout: 10,
      originShield: { enabled: true, originShieldRegion: "eu-west-1" },
    });
  });

  it.each<[OriginOptions, string]>([
    [{ connectionAttempts: 0 }, "connectionAttempts must be a whole number from 1 to 3, got 0"],
    [{ connectionAttempts: 4 }, "connectionAttempts must be a whole number from 1 to 3, got 4"],
    [
      { connectionTimeoutSeconds: 11 },
      "connectionTimeoutSeconds must be a whole number from 1 to 10, got 11",
    ],
    [
      { connectionTimeoutSeconds: 1.5 },
      "connectionTimeoutSeconds must be a whole number from 1 to 10, got 1.5",
    ],
    [
      { customHeaders: { Host: "x" } },
      'custom header "Host" cannot be set by CloudFront; choose another name',
    ],
  ])("refuses %j", (options, message) => {
    expect(() => renderOriginOptions(options)).toThrow(message);
  });
});

describe("renderCustomOrigin", () => {
  it("speaks HTTPS only, TLS 1.2 and the standard ports unless told otherwise", () => {
    expect(defined(renderCustomOrigin())).toEqual({
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1.2"],
    });
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const options: Required<Omit<CustomOriginOptions, keyof OriginOptions> & OriginConnection> = {
      protocolPolicy: "match-viewer",
      httpPort: 8080,
      httpsPort: 8443,
      originSslProtocols: ["TLSv1.1", "TLSv1.2"],
      responseTimeoutSeconds: 120,
      keepaliveTimeoutSeconds: 1,
    };
    expect(renderCustomOrigin(options)).toEqual({
      originProtocolPolicy: "match-viewer",
      httpPort: 8080,
      httpsPort: 8443,
      originSslProtocols: ["TLSv1.1", "TLSv1.2"],
      originReadTimeout: 120,
      originKeepaliveTimeout: 1,
    });
  });

  it.each([80, 443, 1024, 65_535])("takes the port %d", (httpPort) => {
    expect(renderCustomOrigin({ httpPort }).httpPort).toBe(httpPort);
  });

  it.each([0, 81, 1023, 65_536, 8080.5])("refuses the port %d", (port) => {
    const words = `must be 80, 443 or 1024 to 65535, got ${port}`;
    expect(() => renderCustomOrigin({ httpPort: port })).toThrow(`httpPort ${words}`);
    expect(() => renderCustomOrigin({ httpsPort: port })).toThrow(`httpsPort ${words}`);
  });

  it.each([0, 121, 1.5])("refuses a timeout of %d seconds", (seconds) => {
    const words = `must be a whole number from 1 to 120, got ${seconds}`;
    expect(() => renderCustomOrigin({ responseTimeoutSeconds: seconds })).toThrow(
      `responseTimeoutSeconds ${words}`,
    );
    expect(() => renderCustomOrigin({ keepaliveTimeoutSeconds: seconds })).toThrow(
      `keepaliveTimeoutSeconds ${words}`,
    );
  });
});
