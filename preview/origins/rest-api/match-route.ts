import { decodePart } from "../query";
import type { RestMethod, RestResource } from "./model";

/** The resource and method for a request, and what the path's variables hold. */
export interface RestRoute {
  readonly resource: RestResource;
  readonly method: RestMethod;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds the resource for a path: at each level an exact part before `{param}` before `{proxy+}`.
 * A level once entered is not left again: `/{proxy+}` does not serve what is below its siblings.
 *
 * @param path the raw path behind the stage
 * @returns undefined when the resource or the method does not exist
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html
 */
export function matchRoute(
  root: RestResource,
  httpMethod: string,
  path: string,
): RestRoute | undefined {
  const parts = path.split("/").slice(1).map(decodePart);
  if (parts.at(-1) === "") parts.pop();
  const pathParameters: Record<string, string> = {};
  let resource = root;
  for (const [index, part] of parts.entries()) {
    const next = childFor(resource, part);
    if (next === undefined) return undefined;
    resource = next;
    const name = /^\{(.+?)(\+?)\}$/.exec(next.part);
    if (name?.[2] === "+") {
      pathParameters[name[1] ?? ""] = parts.slice(index).join("/");
      break;
    }
    if (name !== null) pathParameters[name[1] ?? ""] = part;
  }
  const method = resource.methods.get(httpMethod) ?? resource.methods.get("ANY");
  return method === undefined ? undefined : { resource, method, pathParameters };
}

function childFor({ children }: RestResource, part: string): RestResource | undefined {
  return (
    children.find((child) => child.part === part) ??
    children.find((child) => /^\{[^+]+\}$/.test(child.part) && part !== "") ??
    children.find((child) => /^\{.+\+\}$/.test(child.part))
  );
}
