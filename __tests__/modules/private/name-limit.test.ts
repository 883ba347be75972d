import { Token } from "cdktf";
import { fittingName, withinLimit } from "../../../modules/private/name-limit";

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

describe("a name that nobody chose", () => {
  const made = (name: string) => fittingName("CloudFront function", name);

  it("stays as it is when AWS takes it", () => {
    expect(made("x".repeat(64))).toBe("x".repeat(64));
  });

  it("is cut when it is too long, and never is that of another", () => {
    const [one, other] = ["a", "b"].map((end) => made(`${"x".repeat(64)}${end}`));
    expect(one).toMatch(/^x{57}-[0-9a-f]{6}$/);
    expect(other).toMatch(/^x{57}-[0-9a-f]{6}$/);
    expect(one).not.toBe(other);
  });
});
