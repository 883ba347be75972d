// Pure checks of a REST API's routes.
import type { ApiRoute } from "../rest-api-props";
import { type PathNode, pathNodes, resourcePathProblem } from "./api-routes";

/** @throws when API Gateway would refuse a route, or has nothing to deploy */
export function validateRoutes(at: string, routes: readonly ApiRoute[], cors = false): void {
  if (routes.length === 0) {
    throw new Error(`routes must not be empty: API Gateway has nothing to deploy (at ${at})`);
  }
  const seen = new Set<string>();
  for (const { path, method = "ANY" } of routes) {
    const problem = resourcePathProblem(path);
    if (problem !== undefined) {
      throw new Error(`the API's path ${problem}, got "${path}" (at ${at})`);
    }
    if (cors && method === "OPTIONS") {
      throw new Error(
        `cors answers OPTIONS ${path} itself; remove that route or leave cors out (at ${at})`,
      );
    }
    if (seen.has(`${method} ${path}`)) {
      throw new Error(`the API has two routes for ${method} ${path}; remove one (at ${at})`);
    }
    seen.add(`${method} ${path}`);
  }
  refuseTwoVariables(at, pathNodes(routes.map(({ path }) => path)));
}

/** Of the resources below another, API Gateway takes one whose name is a variable, greedy or not. */
function refuseTwoVariables(at: string, nodes: readonly PathNode[]): void {
  const variables = new Map<string, string>();
  for (const { parent, path } of nodes.filter((node) => node.part.startsWith("{"))) {
    const other = variables.get(parent);
    if (other !== undefined) {
      throw new Error(
        `the API's paths "${other}" and "${path}" have two variables in one place, and API Gateway takes one; keep one of them (at ${at})`,
      );
    }
    variables.set(parent, path);
  }
}
