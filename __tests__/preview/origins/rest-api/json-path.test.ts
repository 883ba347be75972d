import { atJsonPath } from "../../../../preview/origins/rest-api/json-path";

const ROOT = {
  pets: [
    { id: 1, name: "Rex", tags: ["a", "b"] },
    { id: 2, name: "Tom" },
  ],
  "a.b": { "c d": 3 },
  n: null,
  no: false,
};

it.each<[string, unknown]>([
  ["$", ROOT],
  ["$.pets[0].name", "Rex"],
  ["$.pets[-1].name", "Tom"],
  ["$['pets'][1]['id']", 2],
  [`$["a.b"]['c d']`, 3],
  ["$.n", null],
  ["$.no", false],
  ["pets[1].id", 2],
  ["$.pets[*].id", [1, 2]],
  ["$.pets.*.id", [1, 2]],
  ["$..name", ["Rex", "Tom"]],
  ["$.pets..tags[0]", ["a"]],
  ["$.pets.length()", 2],
  ["$.pets[5].id", undefined],
  ["$.none.at.all", undefined],
  ["$.constructor", undefined],
  ["$.pets[*].none", []],
  ["$.pets[?(@.id == 1)]", undefined],
  ["$.pets[", undefined],
])("%s names %j", (expression, expected) => {
  expect(atJsonPath(ROOT, expression)).toEqual(expected);
});
