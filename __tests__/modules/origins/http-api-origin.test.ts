import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Distribution, HttpApiOrigin, type HttpApiOriginProps } from "../../../modules";
import { CUSTOM_ORIGIN_OPTIONS, RENDERED_CUSTOM_OPTIONS } from "../../support/origin-options";
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
      ...CUSTOM_ORIGIN_OPTIONS,
    };
    expect(synth(props)).toMatchObject([
      {
        origin_path: "/prod",
        ...RENDERED_CUSTOM_OPTIONS,
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
