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

it("takes variables in different places, and one that several paths share", () => {
  const paths = ["/{id}", "/{id}/posts", "/{id}/posts/{post}", "/users/{proxy+}"];
  expect(() => validate(paths.map((path) => ({ path })))).not.toThrow();
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
    "two variables in one place",
    [{ path: "/users/{id}" }, { path: "/users/{name}/posts" }],
    false,
    'the API\'s paths "/users/{id}" and "/users/{name}" have two variables in one place, and API Gateway takes one; keep one of them',
  ],
  [
    "a variable beside a greedy one",
    [{ path: "/{proxy+}" }, { path: "/{id}/x" }],
    false,
    'the API\'s paths "/{proxy+}" and "/{id}" have two variables in one place, and API Gateway takes one; keep one of them',
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
