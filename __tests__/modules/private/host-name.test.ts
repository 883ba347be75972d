import { Token } from "cdktf";
import { hostNameProblem, originPathProblem } from "../../../modules/private/host-name";

const TOKEN = Token.asString({ resolve: () => "x" });

it.each(["example.com", "my-alb-123.eu-west-1.elb.amazonaws.com", "1.example.com", TOKEN])(
  "%s may be an origin",
  (name) => {
    expect(hostNameProblem(name)).toBeUndefined();
  },
);

it.each([
  ["https://example.com", "must be a host name without scheme"],
  ["example.com/api", "must be a host name without path; a path belongs in originPath"],
  ["example.com:8080", "must be a host name without port; ports have their own props"],
  ["10.0.0.1", "must be a host name, not an IP address"],
  ["localhost", "must be a host name in lower case with a dot in it"],
  ["Example.com", "must be a host name in lower case with a dot in it"],
  ["*.example.com", "must be a host name in lower case with a dot in it"],
  [`${"a.".repeat(126)}com`, "must be a host name in lower case with a dot in it"],
  ["", "must be a host name in lower case with a dot in it"],
])("%s may not: it %s", (name, problem) => {
  expect(hostNameProblem(name)).toBe(problem);
});

it.each(["/prod", "/a/b", TOKEN])("%s may be an origin path", (path) => {
  expect(originPathProblem(path)).toBeUndefined();
});

it.each(["", "/", "prod", "/prod/"])("%j may not be an origin path", (path) => {
  expect(originPathProblem(path)).toBe('must start with "/" and not end with "/"');
});
