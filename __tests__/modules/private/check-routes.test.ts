import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { ApiRoute } from "../../../modules";
import { validateRoutes } from "../../../modules/private/check-routes";

const handler = {} as LambdaFunction;
const validate = (routes: readonly Omit<ApiRoute, "handler">[], cors = false) =>
  validateRoutes(
    "shop/Api",
    routes.map((route) => ({ ...route, handler })),
    cors,
  );

it("takes several methods of one path, and OPTIONS of one's own without cors", () => {
  const methods = ["ANY", "GET", "OPTIONS"] as const;
  expect(() => validate(methods.map((method) => ({ path: "/a", method })))).not.toThrow();
});

it.each<[string, Omit<ApiRoute, "handler">[], boolean, string]>([
  ["nothing", [], false, "routes must not be empty: API Gateway has nothing to deploy"],
  ["a path without slash", [{ path: "x" }], false, `the API's path must start with "/", got "x"`],
  [
    "one method of one path twice",
    [{ path: "/a" }, { path: "/a", method: "ANY" }],
    false,
    "the API has two routes for ANY /a; remove one",
  ],
  [
    "a preflight that is answered already",
    [{ path: "/a", method: "OPTIONS" }],
    true,
    "cors answers OPTIONS /a itself; remove that route or leave cors out",
  ],
])("refuses %s", (_what, routes, cors, message) => {
  expect(() => validate(routes, cors)).toThrow(`${message} (at shop/Api)`);
});
