import { shortAddress } from "../../../modules/private/short-address";

it.each([
  [["frontend_bucket", "Resource"], "frontend_bucket"],
  [["Api", "rest_api"], "rest_api"],
  [["site", "_404_html", "Resource"], "site__404_html"],
])("%j is %s", (ids, name) => {
  expect(shortAddress(ids)).toBe(name);
});

it.each([[["Resource"]], [["a b"]], [["9lives"]], [["über"]]])("%j gives no name", (ids) => {
  expect(() => shortAddress(ids)).toThrow(/give the construct or the one around it such an id/);
});
