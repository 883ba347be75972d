import { bucket } from "../../../stacks/settings/bucket";

it("is the variable's value, or the fallback", () => {
  expect(bucket({ NAME: "my-site" }, "NAME", "other")).toBe("my-site");
  expect(bucket({}, "NAME", "other")).toBe("other");
});

it("is refused by the variable's name when S3 would refuse it", () => {
  expect(() => bucket({ NAME: "My_Site" }, "NAME", "other")).toThrow(
    /^NAME must be 3-63 lower-case letters, .*, got "My_Site"$/,
  );
});
