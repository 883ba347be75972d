import { cookiesOf, keyedCookies, sentCookies } from "../../../preview/pipeline/cookies";
import { combine } from "../../../preview/pipeline/named-values";

const forwarding = (...items: string[]) => combine({ behavior: "whitelist", items });
const everything = combine({ behavior: "all", items: [] });

describe("cookies", () => {
  it("are sorted by name and lose the names with a dollar sign", () => {
    expect(cookiesOf([["Cookie", "b=2; $Version=1; a=1"]]).map(({ pair }) => pair)).toEqual([
      "a=1",
      "b=2",
    ]);
  });

  it.each([
    ["all", everything, "a=1; b=2", "a=1; b=2"],
    ["the listed ones", forwarding("b"), "b=2", "b=2"],
    ["none of the listed ones", forwarding("c"), undefined, ""],
    ["none", combine({ behavior: "none", items: [] }), undefined, ""],
  ])("reach the origin and the key: %s", (_, rule, sent, keyed) => {
    const headers = [["Cookie", "b=2; a=1"]] as const;
    expect(sentCookies(headers, rule)).toBe(sent);
    expect(keyedCookies(headers, rule)).toBe(keyed);
  });

  it("may be spread over several headers, as HTTP/2 does", () => {
    expect(
      sentCookies(
        [
          ["cookie", "a=1"],
          ["cookie", "b=2"],
        ],
        everything,
      ),
    ).toBe("a=1; b=2");
  });

  it("keep values with an equals sign, and names without a value", () => {
    expect(sentCookies([["Cookie", "t=a=b; flag"]], everything)).toBe("flag; t=a=b");
  });

  it("tell names apart by case", () => {
    expect(sentCookies([["Cookie", "A=1; a=2"]], forwarding("a"))).toBe("a=2");
  });
});
