import { Token } from "cdktf";
import { customHeaderProblem } from "../../../modules/private/custom-header";

it.each(["X-Origin-Verify", "x-from_edge", "Authorization", "Origin", "Accept"])(
  "CloudFront may add %s",
  (name) => {
    expect(customHeaderProblem(name, "value")).toBeUndefined();
  },
);

it.each(["Host", "cookie", "X-Amz-Date", "X-Edge-Id", "X-Real-Ip", "Via", "If-Match", "TE"])(
  "CloudFront may not set %s",
  (name) => {
    expect(customHeaderProblem(name, "value")).toBe(
      "cannot be set by CloudFront; choose another name",
    );
  },
);

it.each(["", "a b", "a:b", "ä", "x".repeat(257)])("%j is no header", (name) => {
  expect(customHeaderProblem(name, "value")).toBe("is no header name");
});

it("has a value that fits, without control characters", () => {
  expect(customHeaderProblem("X", "x".repeat(1783))).toBeUndefined();
  expect(customHeaderProblem("X", "x".repeat(1784))).toBe(
    "has a value of 1784 characters; at most 1783",
  );
  expect(customHeaderProblem("X", "a\nb")).toBe("has a control character in its value");
});

it("may have a value that only Terraform knows", () => {
  const long = Token.asString({ resolve: () => "x".repeat(2_000) });
  expect(customHeaderProblem("X", long)).toBeUndefined();
});
