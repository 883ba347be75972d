import {
  Distribution,
  LambdaHandler,
  RestApi,
  RestApiOrigin,
  type RestApiOriginProps,
} from "../../../modules";
import { CUSTOM_ORIGIN_OPTIONS, RENDERED_CUSTOM_OPTIONS } from "../../support/origin-options";
import { resource, synthesize } from "../../support/synth";

const synth = (
  props: Partial<RestApiOriginProps> = {},
  pathPattern = "/api/*",
  stageName = "api",
) =>
  synthesize((scope) => {
    const { function: handler } = new LambdaHandler(scope, "api", {
      functionName: "api",
      folder: "assets/handlers/api",
    });
    const routes = [{ path: "/{proxy+}", handler }];
    const { stage } = new RestApi(scope, "Api", { name: "shop", stageName, routes });
    new Distribution(scope, "distribution", {
      name: "shop",
      origins: { apigw: new RestApiOrigin({ stage, stageName, ...props }) },
      defaultBehavior: { targetOriginId: "apigw" },
      routes: [{ pathPattern, targetOriginId: "apigw" }],
    });
  });

const origin = (stack: ReturnType<typeof synth>) =>
  resource(stack, "aws_cloudfront_distribution.distribution").origin;

describe("RestApiOrigin", () => {
  it("lets Terraform cut the host out of the invoke URL, and speaks TLS 1.2 only", () => {
    expect(origin(synth())).toEqual([
      {
        origin_id: "apigw",
        domain_name:
          '${replace(aws_api_gateway_stage.stage.invoke_url, "/^https?://([^/]*).*/", "$1")}',
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
    const props: Required<Omit<RestApiOriginProps, "stage" | "stageName">> = {
      stageAsOriginPath: true,
      ...CUSTOM_ORIGIN_OPTIONS,
    };
    expect(origin(synth(props))).toMatchObject([
      {
        origin_path: "/api",
        ...RENDERED_CUSTOM_OPTIONS,
      },
    ]);
  });

  it("can put the stage in front of the path", () => {
    const stack = synth({ stageAsOriginPath: true }, "/api/*", "prod");
    expect(origin(stack)).toMatchObject([{ origin_path: "/prod" }]);
  });

  it("refuses a path pattern that does not start with the stage, unless the stage is the origin path", () => {
    expect(() => synth({}, "/api/*", "prod")).toThrow(
      /path pattern "\/api\/\*" starts with "api", but .* that is "prod"; name the stage like/,
    );
    expect(() => synth({}, "/*.json")).toThrow(/starts with no whole literal segment/);
  });
});
