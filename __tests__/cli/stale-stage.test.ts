import { staleStageStep } from "../../cli/stale-stage";

// As cdktf 0.21 prints it.
const REPLACED = `reverse-proxy  aws_api_gateway_deployment.deployment: Creating...
reverse-proxy  aws_api_gateway_deployment.deployment: Creation complete after 0s [id=kbzcwcvggu]
reverse-proxy  aws_api_gateway_deployment.deployment (deposed object fb3b8086): Destroying... [id=gtxsauqwhn]
reverse-proxy  aws_api_gateway_deployment.deployment: Destruction complete after 0s
`;
const TAKEN = `reverse-proxy  aws_api_gateway_integration.proxy_options: Destruction complete after 0s
               aws_api_gateway_method.proxy_options: Destroying... [id=agm-1]
               aws_api_gateway_method.proxy_options: Destruction complete after 0s
`;

it("says how to take a route away from the stage, which Terraform deployed before it deleted the route", () => {
  expect(staleStageStep(REPLACED + TAKEN)).toBe(
    `One more step: API Gateway serves a snapshot of the API, and Terraform took it before it deleted
what you took away, so the stage still answers that. Take another snapshot:
  (cd cdktf.out/stacks/reverse-proxy && terraform apply -replace=aws_api_gateway_deployment.deployment)`,
  );
});

it("names the stack among several, also in colours", () => {
  const other = "spa-api        \u001b[0m\u001b[1maws_s3_object.a: Destruction complete after 1s\n";
  const step = staleStageStep(`${other}${REPLACED}${other}\u001b[1m${TAKEN}`);
  expect(step?.match(/stacks\/\S+/g)).toEqual(["stacks/reverse-proxy"]);
});

it.each([
  ["routes only came", REPLACED],
  ["the whole API went", TAKEN],
  ["another stack lost a resource", `${REPLACED}spa-api  aws_s3_object.a: Destruction complete\n`],
])("says nothing when %s", (_when, output) => {
  expect(staleStageStep(output)).toBeUndefined();
});
