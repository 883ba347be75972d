import { isInRange } from "../../preview/address-range";

describe("an address range", () => {
  it.each([
    ["203.0.113.7", "203.0.113.0/24", true],
    ["203.0.114.7", "203.0.113.0/24", false],
    ["203.0.113.7", "203.0.113.7", true],
    ["203.0.113.7", "203.0.113.7/32", true],
    ["203.0.113.7", "0.0.0.0/0", true],
    ["2001:db8::1", "2001:db8::/32", true],
    ["2001:db8::1", "203.0.113.0/24", false],
    ["203.0.113.7", "203.0.113.0/33", false],
    ["203.0.113.7", "203.0.113.0/x", false],
    ["203.0.113.7", "anywhere", false],
    ["nobody", "0.0.0.0/0", false],
  ])("%s in %s: %s", (address, range, expected) => {
    expect(isInRange(address, range)).toBe(expected);
  });
});
