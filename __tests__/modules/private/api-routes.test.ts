import { pathId, pathNodes, resourcePathProblem } from "../../../modules/private/api-routes";

it("lists each segment once, parents first", () => {
  expect(pathNodes(["/", "/users/{id}", "/users"])).toEqual([
    { path: "/users", part: "users", parent: "/" },
    { path: "/users/{id}", part: "{id}", parent: "/users" },
  ]);
});

it.each([
  ["/", "root"],
  ["/{proxy+}", "proxy"],
  ["/users/{id}", "users_id"],
  ["/cf-apigw/auth-iam", "cf-apigw_auth-iam"],
  ["/V1", "_V1"],
  ["/a.b", "a_b"],
])("the path %s is called %s", (path, id) => {
  expect(pathId(path)).toBe(id);
});

it.each(["/", "/{proxy+}", "/a/{b}/{c+}", "/a.b/c-d_e"])("API Gateway takes %s", (path) => {
  expect(resourcePathProblem(path)).toBeUndefined();
});

it.each(["users", "/users/", "/{proxy+}/x", "/a b", "//", "/{}", "/a*"])(
  "API Gateway refuses %s",
  (path) => {
    expect(resourcePathProblem(path)).toBeDefined();
  },
);
