import { Distribution, HostOrigin, type HostOriginProps } from "../../../modules";
import { ORIGIN_OPTIONS, RENDERED_OPTIONS } from "../../support/origin-options";
import { resource, synthesize } from "../../support/synth";

const synth = (props: Partial<HostOriginProps> = {}) => {
  const stack = synthesize((scope) => {
    new Distribution(scope, "distribution", {
      name: "shop",
      origins: { web: new HostOrigin({ domainName: "web.example.com", ...props }) },
      defaultBehavior: { targetOriginId: "web" },
    });
  });
  return resource(stack, "aws_cloudfront_distribution.distribution").origin;
};

describe("HostOrigin", () => {
  it("needs a name, and speaks HTTPS only with TLS 1.2", () => {
    expect(synth()).toEqual([
      {
        origin_id: "web",
        domain_name: "web.example.com",
        custom_origin_config: {
          http_port: 80,
          https_port: 443,
          origin_protocol_policy: "https-only",
          origin_ssl_protocols: ["TLSv1.2"],
        },
      },
    ]);
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<HostOriginProps> = {
      domainName: "old.example.com",
      protocolPolicy: "match-viewer",
      httpPort: 8080,
      httpsPort: 8443,
      originPath: "/app",
      originSslProtocols: ["SSLv3"],
      responseTimeoutSeconds: 60,
      keepaliveTimeoutSeconds: 30,
      ...ORIGIN_OPTIONS,
    };
    expect(synth(props)).toEqual([
      {
        origin_id: "web",
        domain_name: "old.example.com",
        origin_path: "/app",
        ...RENDERED_OPTIONS,
        custom_origin_config: {
          http_port: 8080,
          https_port: 8443,
          origin_protocol_policy: "match-viewer",
          origin_ssl_protocols: ["SSLv3"],
          origin_read_timeout: 60,
          origin_keepalive_timeout: 30,
        },
      },
    ]);
  });

  it.each<[Partial<HostOriginProps>, string]>([
    [
      { domainName: "https://web.example.com" },
      'domainName must be a host name without scheme, got "https://web.example.com" (at test/distribution/Origins/web)',
    ],
    [{ domainName: "web.example.com:8080" }, "ports have their own props"],
    [
      { originPath: "prod/" },
      'originPath must start with "/" and not end with "/", got "prod/" (at test/distribution/Origins/web)',
    ],
    [{ httpsPort: 22 }, "httpsPort must be 80, 443 or 1024 to 65535, got 22"],
  ])("refuses %j", (props, message) => {
    expect(() => synth(props)).toThrow(message);
  });
});
