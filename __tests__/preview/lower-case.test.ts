import { lowerCase } from "../../preview/lower-case";

describe("the name of a header in lower case", () => {
  it("is the same however often it is asked for", () => {
    expect(lowerCase("X-Amz-Cf-Id")).toBe("x-amz-cf-id");
    expect(lowerCase("X-Amz-Cf-Id")).toBe("x-amz-cf-id");
    expect(lowerCase("host")).toBe("host");
  });

  it("is right for more names than are remembered, and for long ones", () => {
    for (let number = 0; number < 5000; number++) {
      expect(lowerCase(`X-Made-Up-${number}`)).toBe(`x-made-up-${number}`);
    }
    expect(lowerCase("X".repeat(10_000))).toBe("x".repeat(10_000));
    expect(lowerCase("Host")).toBe("host");
  });

  it("has no names that every object has", () => {
    expect(lowerCase("Constructor")).toBe("constructor");
    expect(lowerCase("__PROTO__")).toBe("__proto__");
  });
});
