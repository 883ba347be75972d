import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Distribution, HttpApiOrigin, type HttpApiOriginProps } from "../../../modules";
import { resource, synthesize } from "../../support/synth";

const synth = (props: Partial<HttpApiOriginProps> = {}, pathPattern = "/api/*") => {
  const stack = synthesize((scope) => {
    const api = new Apigatewayv2Api(scope, "api", { name: "shop", protocolType: "HTTP" });
    new Distribution(scope, "distribution", {
      name: "shop",
      origins: { api: new HttpApiOrigin({ api, ...props }) },
      defaultBehavior: { targetOriginId: "api" },
      routes: [{ pathPattern, targetOriginId: "api" }],
    });
  });
  return resource(stack, "aws_cloudfront_distribution.distribution").origin;
};

describe("HttpApiOrigin", () => {
  it("needs an API, and speaks to its stage $default, which is not in the path", () => {
    expect(synth()).toEqual([
      {
        origin_id: "api",
        domain_name:
          '${replace(aws_apigatewayv2_api.api.api_endpoint, "/^https?://([^/]*).*/", "$1")}',
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
    const props: Required<Omit<HttpApiOriginProps, "api">> = {
      stageName: "prod",
      stageAsOriginPath: true,
      originSslProtocols: ["TLSv1.2"],
      responseTimeoutSeconds: 29,
      keepaliveTimeoutSeconds: 30,
      customHeaders: { "X-From": "edge" },
      connectionAttempts: 2,
      connectionTimeoutSeconds: 5,
      originShieldRegion: "eu-west-1",
    };
    expect(synth(props)).toMatchObject([
      {
        origin_path: "/prod",
        custom_header: [{ name: "X-From", value: "edge" }],
        connection_attempts: 2,
        connection_timeout: 5,
        origin_shield: { enabled: true, origin_shield_region: "eu-west-1" },
        custom_origin_config: { origin_read_timeout: 29, origin_keepalive_timeout: 30 },
      },
    ]);
  });

  it("takes a named stage that is the first segment of the path", () => {
    expect(synth({ stageName: "api" })).not.toMatchObject([{ origin_path: expect.anything() }]);
  });

  it("has no origin path for the stage $default", () => {
    expect(synth({ stageAsOriginPath: true })).not.toMatchObject([
      { origin_path: expect.anything() },
    ]);
  });

  it.each(["/api/*", "/*", "/prod*"])(
    "refuses the path pattern %s for the stage prod, unless the stage is the origin path",
    (pattern) => {
      expect(() => synth({ stageName: "prod" }, pattern)).toThrow(
        `path pattern "${pattern}" must start with the API's stage "/prod/", or set stageAsOriginPath`,
      );
      expect(() => synth({ stageName: "prod", stageAsOriginPath: true }, pattern)).not.toThrow();
    },
  );
});
