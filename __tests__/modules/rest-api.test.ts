import { type ApiRoute, LambdaHandler, RestApi, type RestApiProps } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

type Routes = (handlers: { one: LambdaHandler; two: LambdaHandler }) => ApiRoute[];

const proxy: Routes = ({ one }) => [{ path: "/{proxy+}", handler: one.function }];

const synth = (
  routes: Routes = proxy,
  props: Partial<Omit<RestApiProps, "routes">> = {},
  folder = "assets/handlers/api",
  functionName = "one",
) =>
  synthesize((scope) => {
    const one = new LambdaHandler(scope, "one", { functionName, folder });
    const two = new LambdaHandler(scope, "two", { functionName: "two", folder });
    new RestApi(scope, "Api", {
      name: "shop",
      stageName: "api",
      ...props,
      routes: routes({ one, two }),
    });
  });

const trigger = (stack: ReturnType<typeof synth>) =>
  (resource(stack, "aws_api_gateway_deployment.deployment").triggers as { redeployment: string })
    .redeployment;

describe("RestApi", () => {
  it("is regional, with a Lambda proxy integration, one deployment and one stage", () => {
    const stack = synth();
    expect(addresses(stack).filter((address) => address.includes("api_gateway"))).toEqual([
      "aws_api_gateway_deployment.deployment",
      "aws_api_gateway_integration.proxy",
      "aws_api_gateway_method.proxy",
      "aws_api_gateway_resource.proxy",
      "aws_api_gateway_rest_api.rest_api",
      "aws_api_gateway_stage.stage",
    ]);
    expect(resource(stack, "aws_api_gateway_rest_api.rest_api")).toMatchObject({
      name: "shop",
      endpoint_configuration: { types: ["REGIONAL"] },
    });
    expect(resource(stack, "aws_api_gateway_integration.proxy")).toMatchObject({
      type: "AWS_PROXY",
      integration_http_method: "POST",
      uri: "${aws_lambda_function.one.invoke_arn}",
      http_method: "${aws_api_gateway_method.proxy.http_method}",
    });
    expect(resource(stack, "aws_api_gateway_stage.stage")).toMatchObject({
      rest_api_id: "${aws_api_gateway_rest_api.rest_api.id}",
      deployment_id: "${aws_api_gateway_deployment.deployment.id}",
      stage_name: "api",
    });
  });

  it("gives every segment one resource below the one above it", () => {
    const stack = synth(({ one }) => [
      { path: "/", method: "GET", handler: one.function },
      { path: "/users/{id}", method: "GET", handler: one.function },
      { path: "/users/{id}", method: "PUT", handler: one.function },
    ]);
    expect(resource(stack, "aws_api_gateway_resource.users_id")).toMatchObject({
      parent_id: "${aws_api_gateway_resource.users.id}",
      path_part: "{id}",
    });
    expect(resource(stack, "aws_api_gateway_method.root_get").resource_id).toBe(
      "${aws_api_gateway_rest_api.rest_api.root_resource_id}",
    );
    expect(resource(stack, "aws_api_gateway_method.users_id_put").http_method).toBe("PUT");
  });

  it("lets this API alone invoke each function", () => {
    const stack = synth(({ one, two }) => [
      { path: "/a", handler: one.function },
      { path: "/b", handler: one.function },
      { path: "/c", handler: two.function },
    ]);
    expect(addresses(stack).filter((address) => address.includes("permission"))).toEqual([
      "aws_lambda_permission.one",
      "aws_lambda_permission.two",
    ]);
    expect(resource(stack, "aws_lambda_permission.one")).toMatchObject({
      principal: "apigateway.amazonaws.com",
      source_arn: "${aws_api_gateway_rest_api.rest_api.execution_arn}/*/*",
    });
  });

  it("waits with the deployment for everything that is deployed", () => {
    expect(resource(synth(), "aws_api_gateway_deployment.deployment").depends_on).toEqual([
      "aws_api_gateway_resource.proxy",
      "aws_api_gateway_method.proxy",
      "aws_api_gateway_integration.proxy",
    ]);
  });

  it("keeps a stage until another one takes its place, so that nobody is refused meanwhile", () => {
    expect(resource(synth(), "aws_api_gateway_stage.stage").lifecycle).toEqual({
      create_before_destroy: true,
    });
  });

  describe("replaces its deployment", () => {
    const before = trigger(synth());

    it.each<[string, Routes]>([
      ["a path", ({ one }) => [{ path: "/{rest+}", handler: one.function }]],
      ["a method", ({ one }) => [{ path: "/{proxy+}", method: "GET", handler: one.function }]],
      ["the function", ({ two }) => [{ path: "/{proxy+}", handler: two.function }]],
      ["one more route", (all) => [...proxy(all), { path: "/x", handler: all.one.function }]],
    ])("when its definition changes: %s", (_what, routes) => {
      expect(trigger(synth(routes))).not.toBe(before);
    });

    it("when a function gets another name, and so another ARN", () => {
      expect(trigger(synth(proxy, {}, "assets/handlers/api", "other"))).not.toBe(before);
    });

    it("when its own endpoint is closed or opened, which takes effect with a deployment", () => {
      const triggers = [true, false].map((disableExecuteApiEndpoint) =>
        trigger(synth(proxy, { disableExecuteApiEndpoint })),
      );
      expect(new Set([before, ...triggers]).size).toBe(3);
    });

    it("not when the stage changes, or when nothing does", () => {
      expect(trigger(synth(proxy, { stageName: "prod" }))).toBe(before);
      expect(trigger(synth())).toBe(before);
    });
  });

  it("opens its own endpoint again when told, since Terraform leaves it when nothing is said", () => {
    const said = (props: Partial<RestApiProps>) =>
      resource(synth(proxy, props), "aws_api_gateway_rest_api.rest_api");
    expect(said({ disableExecuteApiEndpoint: false }).disable_execute_api_endpoint).toBe(false);
    expect(said({})).not.toHaveProperty("disable_execute_api_endpoint");
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<Omit<RestApiProps, "routes">> = {
      name: "shop",
      stageName: "prod",
      cors: true,
      disableExecuteApiEndpoint: true,
    };
    const stack = synth(proxy, props);
    expect(resource(stack, "aws_api_gateway_rest_api.rest_api").disable_execute_api_endpoint).toBe(
      true,
    );
    expect(resource(stack, "aws_api_gateway_stage.stage").stage_name).toBe("prod");
    expect(addresses(stack)).toContain("aws_api_gateway_method.proxy_options");
  });

  it.each<[string, Routes, RegExp]>([
    ["no routes", () => [], /routes must not be empty/],
    [
      "a path without slash",
      ({ one }) => [{ path: "x", handler: one.function }],
      /start with "\/"/,
    ],
    [
      "a route twice",
      ({ one }) => [
        { path: "/x", handler: one.function },
        { path: "/x", handler: one.function },
      ],
      /two routes for ANY \/x; remove one \(at test\/Api\)/,
    ],
  ])("refuses %s", (_what, routes, message) => {
    expect(() => synth(routes)).toThrow(message);
  });
});
