import type { OriginGroup } from "../../../modules";
import {
  renderOriginGroups,
  renderRestriction,
} from "../../../modules/private/render-distribution";

describe("renderOriginGroups", () => {
  it("renders nothing without groups", () => {
    expect(renderOriginGroups()).toBeUndefined();
    expect(renderOriginGroups({})).toBeUndefined();
  });

  it("fails over on errors of the server unless told otherwise", () => {
    expect(renderOriginGroups({ both: { primary: "one", secondary: "two" } })).toEqual([
      {
        originId: "both",
        failoverCriteria: { statusCodes: [500, 502, 503, 504] },
        member: [{ originId: "one" }, { originId: "two" }],
      },
    ]);
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const group: Required<OriginGroup> = {
      primary: "one",
      secondary: "two",
      statusCodes: [403, 404],
    };
    expect(renderOriginGroups({ both: group })).toMatchObject([
      { failoverCriteria: { statusCodes: [403, 404] } },
    ]);
  });
});

it("renders a restriction even when there is none", () => {
  expect(renderRestriction(undefined)).toEqual({ restrictionType: "none" });
  expect(renderRestriction({ allow: ["DE", "AT"] })).toEqual({
    restrictionType: "whitelist",
    locations: ["DE", "AT"],
  });
  expect(renderRestriction({ deny: ["AQ"] })).toEqual({
    restrictionType: "blacklist",
    locations: ["AQ"],
  });
});
