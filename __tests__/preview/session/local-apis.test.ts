import { apiHosts, withLocalUrls } from "../../../preview/session/local-apis";

const stack = {
  resource: {
    aws_api_gateway_rest_api: { rest: { id: "abc" } },
    aws_api_gateway_stage: { prod: { rest_api_id: "abc", stage_name: "prod" } },
    aws_apigatewayv2_api: { http: { id: "def" } },
    aws_apigatewayv2_stage: { main: { api_id: "def", name: "$default" } },
    aws_api_gateway_domain_name: { own: { domain_name: "api.example.com" } },
    aws_api_gateway_base_path_mapping: {
      own: { domain_name: "api.example.com", api_id: "abc", base_path: "v1" },
    },
  },
};

it("finds every API, its stages and its custom domain", () => {
  expect(apiHosts(stack, "eu-west-1")).toEqual([
    {
      host: "abc.execute-api.eu-west-1.amazonaws.com",
      address: "aws_api_gateway_rest_api.rest",
      paths: ["/prod"],
    },
    {
      host: "def.execute-api.eu-west-1.amazonaws.com",
      address: "aws_apigatewayv2_api.http",
      paths: ["/"],
    },
    { host: "api.example.com", address: "aws_api_gateway_domain_name.own", paths: ["/v1"] },
  ]);
});

it("changes inline content only, and only where a known host is named as a whole", () => {
  const objects = {
    resource: {
      aws_s3_object: {
        config: {
          content: '{"a":"https://api.example.com/v1","b":"https://api.example.com.evil"}',
        },
        other: { content: "https://example.com" },
        file: { source: "https://api.example.com" },
      },
    },
  };
  const urls = new Map([["api.example.com", "http://localhost:9001"]]);
  const { stack: local, changed } = withLocalUrls(objects, urls);
  expect(changed).toEqual(["aws_s3_object.config"]);
  expect(local.resource?.aws_s3_object).toEqual({
    config: { content: '{"a":"http://localhost:9001/v1","b":"https://api.example.com.evil"}' },
    other: { content: "https://example.com" },
    file: { source: "https://api.example.com" },
  });
});
