import { ALL_METHODS, HostOrigin, type OriginGroup } from "../../../modules";
import { groupBehaviorProblems, groupProblems } from "../../../modules/private/check-origin-groups";

const host = new HostOrigin({ domainName: "web.example.com" });
const props = {
  name: "shop",
  origins: { one: host, two: host },
  defaultBehavior: { targetOriginId: "one" },
};
const both = { primary: "one", secondary: "two" };

it("takes a distribution without groups, and groups of two origins", () => {
  expect(groupProblems(props)).toEqual([]);
  expect(groupProblems({ ...props, originGroups: { both } })).toEqual([]);
});

it.each<[Record<string, OriginGroup>, string]>([
  [{ one: both }, 'origin group "one" has the id of an origin; give it another'],
  [{ both: { primary: "one", secondary: "one" } }, 'origin group "both" has "one" twice; name two'],
  [
    { both: { primary: "three", secondary: "two" } },
    'origin group "both" names "three", which is no origin of this distribution; it has one, two',
  ],
])("refuses the group %j", (originGroups, problem) => {
  expect(groupProblems({ ...props, originGroups })).toEqual([problem]);
});

it("takes only behaviors that read", () => {
  const found = (targetOriginId: string, allowedMethods = ALL_METHODS) =>
    groupBehaviorProblems({ targetOriginId, allowedMethods }, { ...props, originGroups: { both } });
  expect(found("both", ["GET", "HEAD", "OPTIONS"])).toEqual([]);
  expect(found("one")).toEqual([]);
  expect(found("both")).toEqual([expect.stringContaining("DELETE, PATCH, POST, PUT")]);
  expect(groupBehaviorProblems({ targetOriginId: "both" }, props)).toEqual([]);
});
