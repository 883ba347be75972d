import type { NamedValues } from "../../../preview/edge-model";
import { combine } from "../../../preview/pipeline/named-values";

const none: NamedValues = { behavior: "none", items: [] };
const all: NamedValues = { behavior: "all", items: [] };
const list = (...items: string[]): NamedValues => ({ behavior: "whitelist", items });
const block = (...items: string[]): NamedValues => ({ behavior: "allExcept", items });

const NAMES = ["a", "b", "c"];

/** Which of a, b and c reach the origin, and which are in the key. */
function result(cache: NamedValues, originRequest: NamedValues): [string, string] {
  const { sends, keys, sendsAll, sendsNone, keysAll, keysNone } = combine(cache, originRequest);
  const sent = sendsAll ? NAMES : sendsNone ? [] : NAMES.filter(sends);
  const keyed = keysAll ? NAMES : keysNone ? [] : NAMES.filter(keys);
  return [sent.join(""), keyed.join("")];
}

describe("cache policy × origin request policy", () => {
  it.each([
    ["none × none", none, none, "", ""],
    ["none × all", none, all, "abc", ""],
    ["none × allow list", none, list("a"), "a", ""],
    ["none × block list", none, block("a"), "bc", ""],
    ["all × none", all, none, "abc", "abc"],
    ["all × all", all, all, "abc", "abc"],
    ["all × allow list", all, list("a"), "abc", "abc"],
    ["all × block list, which is ignored", all, block("a"), "abc", "abc"],
    ["allow list × none", list("a"), none, "a", "a"],
    ["allow list × all", list("a"), all, "abc", "a"],
    ["allow list × allow list, the union", list("a"), list("b"), "ab", "a"],
    ["allow list × block list, the allow list wins", list("a"), block("a", "b"), "ac", "a"],
    ["block list × none", block("a"), none, "bc", "bc"],
    ["block list × all", block("a"), all, "abc", "bc"],
    ["block list × allow list, sent although blocked", block("a", "b"), list("a"), "ac", "c"],
    ["block list × block list, both excluded", block("a"), block("b"), "c", "bc"],
  ])("%s", (_, cache, originRequest, sent, keyed) => {
    expect(result(cache, originRequest)).toEqual([sent, keyed]);
  });

  it("takes * literally in a list", () => {
    expect(combine(list("userid_*"), none).sends("userid_7")).toBe(false);
    expect(combine(list("userid_*"), none).sends("userid_*")).toBe(true);
  });

  it("compares names with their case", () => {
    expect(combine(list("Page"), none).sends("page")).toBe(false);
  });
});
