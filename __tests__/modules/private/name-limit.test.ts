import { Token } from "cdktf";
import { withinLimit } from "../../../modules/private/name-limit";

it.each([
  ["Lambda function", 64],
  ["origin access control", 64],
  ["CloudFront function", 64],
  ["log delivery", 60],
  ["web ACL", 128],
  ["alarm", 255],
] as const)("the name of a %s has at most %d characters", (kind, most) => {
  const name = "x".repeat(most);
  expect(withinLimit(kind, name, "shop")).toBe(name);
  expect(() => withinLimit(kind, `${name}y`, "shop")).toThrow(
    `the name of the ${kind} has at most ${most} characters, but "${name}y" has ${most + 1}; choose a shorter name (at shop)`,
  );
});

it("leaves a name that only Terraform knows to AWS", () => {
  const token = Token.asString({ resolve: () => "x".repeat(100) });
  expect(withinLimit("log delivery", `${token}${"x".repeat(60)}`, "shop")).toContain(token);
});
