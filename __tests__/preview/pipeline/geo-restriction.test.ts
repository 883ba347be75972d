import { refusesCountry } from "../../../preview/pipeline/geo-restriction";

it.each([
  ["none", [], "DE", false],
  ["whitelist", ["DE"], "DE", false],
  ["whitelist", ["DE"], "de", false],
  ["whitelist", ["DE"], "FR", true],
  ["blacklist", ["DE"], "DE", true],
  ["blacklist", ["DE"], "FR", false],
  ["whitelist", ["DE"], undefined, false],
  ["blacklist", ["DE"], undefined, false],
] as const)("a %s of %j refuses a viewer from %s: %s", (type, locations, country, refused) => {
  expect(refusesCountry({ type, locations }, country)).toBe(refused);
});
