import { type ApiRoute, LambdaHandler, RestApi, type TokenAuthorizer } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

type Authorizations = (handlers: {
  one: LambdaHandler["function"];
  two: LambdaHandler["function"];
}) => readonly NonNullable<ApiRoute["authorization"]>[];

const synth = (authorizations: Authorizations) =>
  synthesize((scope) => {
    const [echo, one, two] = ["echo", "one", "two"].map(
      (id) =>
        new LambdaHandler(scope, id, {
          functionName: id,
          folder: "assets/handlers/token-authorizer",
        }).function,
    ) as [LambdaHandler["function"], LambdaHandler["function"], LambdaHandler["function"]];
    new RestApi(scope, "Api", {
      name: "shop",
      stageName: "prod",
      routes: authorizations({ one, two }).map((authorization, index) => ({
        path: `/route-${index}`,
        handler: echo,
        authorization,
      })),
    });
  });

const authorizers = (stack: ReturnType<typeof synth>) =>
  addresses(stack).filter((address) => address.startsWith("aws_api_gateway_authorizer"));

describe("the authorization of a route", () => {
  it("may be a signature", () => {
    const stack = synth(() => ["AWS_IAM"]);
    expect(resource(stack, "aws_api_gateway_method.route-0").authorization).toBe("AWS_IAM");
    expect(authorizers(stack)).toEqual([]);
  });

  it("may be a token, whose answer is not kept: a policy for one method would refuse the next", () => {
    const stack = synth(({ one }) => [{ handler: one }]);
    expect(resource(stack, "aws_api_gateway_authorizer.authorizer")).toEqual({
      name: "authorizer",
      rest_api_id: "${aws_api_gateway_rest_api.rest_api.id}",
      type: "TOKEN",
      authorizer_uri: "${aws_lambda_function.one.invoke_arn}",
      identity_source: "method.request.header.Authorization",
      authorizer_result_ttl_in_seconds: 0,
    });
    expect(resource(stack, "aws_api_gateway_method.route-0")).toMatchObject({
      authorization: "CUSTOM",
      authorizer_id: "${aws_api_gateway_authorizer.authorizer.id}",
    });
  });

  it("lets the API invoke the authorizer, and deploys it", () => {
    const stack = synth(({ one }) => [{ handler: one }]);
    expect(resource(stack, "aws_lambda_permission.one").source_arn).toBe(
      "${aws_api_gateway_rest_api.rest_api.execution_arn}/*/*",
    );
    expect(resource(stack, "aws_api_gateway_deployment.deployment").depends_on).toContain(
      "aws_api_gateway_authorizer.authorizer",
    );
  });

  it("renders every prop", () => {
    const stack = synth(({ one }) => {
      // `Required` makes the compiler ask for each prop that is added later.
      const authorizer: Required<TokenAuthorizer> = {
        handler: one,
        header: "X-Token",
        resultTtlSeconds: 300,
      };
      return [authorizer];
    });
    expect(resource(stack, "aws_api_gateway_authorizer.authorizer")).toMatchObject({
      identity_source: "method.request.header.X-Token",
      authorizer_result_ttl_in_seconds: 300,
    });
  });

  it("is one authorizer for all routes that ask the same", () => {
    expect(authorizers(synth(({ one }) => [{ handler: one }, { handler: one }]))).toHaveLength(1);
  });

  it.each<[string, Authorizations]>([
    ["functions", ({ one, two }) => [{ handler: one }, { handler: two }]],
    ["headers", ({ one }) => [{ handler: one }, { handler: one, header: "X-Token" }]],
    ["times", ({ one }) => [{ handler: one }, { handler: one, resultTtlSeconds: 60 }]],
  ])("is another authorizer for routes that ask other %s", (_what, authorizations) => {
    const stack = synth(authorizations);
    expect(authorizers(stack)).toEqual([
      "aws_api_gateway_authorizer.authorizer",
      "aws_api_gateway_authorizer.authorizer_2",
    ]);
    expect(resource(stack, "aws_api_gateway_method.route-1").authorizer_id).toBe(
      "${aws_api_gateway_authorizer.authorizer_2.id}",
    );
  });
});
