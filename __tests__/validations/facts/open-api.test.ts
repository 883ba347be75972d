import { openApiRoutes } from "../../../validations/facts/open-api";
import { UNKNOWN } from "../../../validations/facts/value";

const labels = (body: string) => {
  const routes = openApiRoutes(body);
  return routes === UNKNOWN ? UNKNOWN : routes.map(({ label }) => label);
};

describe("the routes of an OpenAPI body", () => {
  it("are read from JSON", () => {
    const operation = { responses: {} };
    const body = JSON.stringify({ paths: { "/users": { get: operation, parameters: [] } } });
    expect(labels(body)).toEqual(["GET /users"]);
  });

  it("are read from YAML", () => {
    const body = "paths:\n  /users:\n    x-amazon-apigateway-any-method: {}\n    post: {}\n";
    expect(labels(body)).toEqual(["ANY /users", "POST /users"]);
  });

  it("are unknown in a body that is neither, or an expression", () => {
    expect(labels("a: [")).toBe(UNKNOWN);
    expect(labels('${file("openapi.yaml")}')).toBe(UNKNOWN);
  });
});
