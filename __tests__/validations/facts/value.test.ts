import {
  flagOf,
  knownValue,
  numberOf,
  textOf,
  textsOf,
  UNKNOWN,
} from "../../../validations/facts/value";

const stack = {
  locals: { stage: "prod", twice: "${local.stage}-${local.stage}", loop: "${local.loop}" },
  resource: { aws_api_gateway_stage: { s: { stage_name: "v1", ttl: 5 } } },
  data: { aws_lb: { l: { name: "backend" } } },
};

describe("knownValue", () => {
  it.each([
    ["plain", "plain"],
    ["$${escaped} and %%{escaped}", "${escaped} and %{escaped}"],
    ["${local.stage}", "prod"],
    ["${local.twice}", "prod-prod"],
    ["/${aws_api_gateway_stage.s.stage_name}/x", "/v1/x"],
    ["${aws_api_gateway_stage.s.ttl}", 5],
    ["${data.aws_lb.l.name}", "backend"],
    ["${var.x}", UNKNOWN],
    ["a ${var.x}", UNKNOWN],
    ["${aws_api_gateway_stage.s.invoke_url}", UNKNOWN],
    ["${upper(local.stage)}", UNKNOWN],
    ["%{ if true }a%{ endif }", UNKNOWN],
    ["${local.loop}", UNKNOWN],
    ["${TfToken[TOKEN.1]}", UNKNOWN],
  ])("%s", (text, expected) => {
    expect(knownValue(stack, text)).toBe(expected);
  });
});

it("treats absent, null and empty texts alike", () => {
  expect([undefined, null, ""].map((value) => textOf(stack, value))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it("reads numbers and flags that are written as text", () => {
  expect(numberOf(stack, "60")).toBe(60);
  expect(numberOf(stack, "many")).toBe(UNKNOWN);
  expect(flagOf(stack, "true")).toBe(true);
  expect(flagOf(stack, false)).toBe(false);
});

it("does not know a list when one of its items is unknown", () => {
  expect(textsOf(stack, ["GET", "${var.method}"])).toBe(UNKNOWN);
  expect(textsOf(stack, ["GET", "${local.stage}"])).toEqual(["GET", "prod"]);
});
