import { TerraformOutput, TerraformVariable } from "cdktf";
import { hostOf } from "../../../modules/private/invoke-host";
import { synthesize } from "../../support/synth";

const PATTERN = /^https?:\/\/([^/]*).*/;

it("leaves it to Terraform to cut the host out of a URL", () => {
  const stack = synthesize((scope) => {
    const url = new TerraformVariable(scope, "url", {}).stringValue;
    new TerraformOutput(scope, "host", { value: hostOf(url) });
  });
  expect(stack.output?.host?.value).toBe('${replace(var.url, "/^https?://([^/]*).*/", "$1")}');
});

it.each([
  [
    "https://abc.execute-api.eu-west-1.amazonaws.com/prod",
    "abc.execute-api.eu-west-1.amazonaws.com",
  ],
  ["https://abc.execute-api.eu-west-1.amazonaws.com", "abc.execute-api.eu-west-1.amazonaws.com"],
  ["https://abc.lambda-url.eu-west-1.on.aws/", "abc.lambda-url.eu-west-1.on.aws"],
])("the pattern finds the host of %s", (url, host) => {
  expect(url.replace(PATTERN, "$1")).toBe(host);
});
