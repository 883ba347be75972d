import {
  flagOf,
  knownValue,
  numberOf,
  textOf,
  textsOf,
  UNKNOWN,
} from "../../../validations/facts/value";

const stack = {
  locals: {
    stage: "prod",
    twice: "${local.stage}-${local.stage}",
    loop: "${local.loop}",
    by_name: { api: { path: "/api/*", host: "${var.host}" } },
  },
  resource: {
    aws_api_gateway_stage: {
      s: { stage_name: "v1", ttl: 5 },
      counted: { count: "${var.on ? 1 : 0}", stage_name: "v2" },
      each: { for_each: ["a"], stage_name: "${each.key}" },
    },
  },
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
    ["${upper(local.stage)}", "PROD"],
    ["%{ if true }a%{ endif }", "a"],
    ["${60 * 60}", 3600],
    ['${local.stage == "prod" ? "a" : var.x}', "a"],
    ['${var.x ? "a" : "b"}', UNKNOWN],
    ["${local.by_name.api.path}", "/api/*"],
    ['${local.by_name["api"].path}', "/api/*"],
    ["${local.by_name.api.host}", UNKNOWN],
    ["${aws_api_gateway_stage.counted[0].stage_name}", "v2"],
    ['${join("", aws_api_gateway_stage.counted[*].stage_name)}', UNKNOWN],
    ['${aws_api_gateway_stage.each["a"].stage_name}', UNKNOWN],
    ['${try(aws_api_gateway_stage.s.invoke_url, "none")}', UNKNOWN],
    ['${file("a.txt")}', UNKNOWN],
    ["${timestamp()}", UNKNOWN],
    ["${no such syntax}", UNKNOWN],
    ["${local.loop}", UNKNOWN],
    ["${TfToken[TOKEN.1]}", UNKNOWN],
  ])("%s", (text, expected) => {
    expect(knownValue(stack, text)).toBe(expected);
  });
});

it("knows a variable that was given a value, and none by its default", () => {
  const given = { "//": { given: true }, default: { path: "/a", on: false } };
  const variable = { api: given, other: { default: "a default" } };
  const variables = { ...stack, variable };
  expect(knownValue(variables, "${var.api.path}")).toBe("/a");
  expect(knownValue(variables, '${var.api.on ? "x" : "y"}')).toBe("y");
  expect(knownValue(variables, "${var.other}")).toBe(UNKNOWN);
  expect(knownValue(variables, "${var.none}")).toBe(UNKNOWN);
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
  expect(textsOf(stack, '${concat(["a"], [local.stage])}')).toEqual(["a", "prod"]);
  expect(textsOf(stack, '${concat(["a"], [var.x])}')).toBe(UNKNOWN);
});
