import {
  Distribution,
  LambdaHandler,
  RestApi,
  RestApiOrigin,
  type RestApiOriginProps,
} from "../../../modules";
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
      originSslProtocols: ["TLSv1.2"],
      responseTimeoutSeconds: 29,
      keepaliveTimeoutSeconds: 30,
      customHeaders: { "X-From": "edge" },
      connectionAttempts: 2,
      connectionTimeoutSeconds: 5,
      originShieldRegion: "eu-west-1",
    };
    expect(origin(synth(props))).toMatchObject([
      {
        origin_path: "/api",
        custom_header: [{ name: "X-From", value: "edge" }],
        connection_attempts: 2,
        connection_timeout: 5,
        origin_shield: { enabled: true, origin_shield_region: "eu-west-1" },
        custom_origin_config: { origin_read_timeout: 29, origin_keepalive_timeout: 30 },
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
