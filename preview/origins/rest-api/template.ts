import type { EdgeRequest } from "../../messages";
import { headerOf } from "../../messages";
import { flatValues } from "../api/flat-values";
import { parseQuery } from "../query";
import type { Identity, RestCall } from "./call";
import type { RestRoute } from "./match-route";
import type { Integration } from "./model";
import { requestContext } from "./proxy-event";
import { fillVariables } from "./variables";

/** What a mapping template may read. */
export interface TemplateInput {
  /** The body that the template maps. */
  readonly body: string;
  /** `$input.params("name")`, from path, query string and headers. */
  param(name: string): string;
  /** `context.…` and `stageVariables.…` */
  readonly values: Readonly<Record<string, string>>;
}

/** What the templates of one call may read. */
export function templateInput(call: RestCall, route: RestRoute, identity: Identity): TemplateInput {
  const query = new Map(parseQuery(call.request.query));
  return {
    body: Buffer.from(call.request.body).toString(),
    param: (name) =>
      route.pathParameters[name] ?? query.get(name) ?? headerOf(call.headers, name) ?? "",
    values: {
      ...flatValues("context", requestContext(call, route, identity)),
      ...flatValues("stageVariables", call.stage.variables),
    },
  };
}

/**
 * Fills a mapping template: `$input.body`, `$input.json("$.a.b")`, `$input.path("$.a")`,
 * `$input.params("x")`, `$context.…`, `$stageVariables.…`.
 *
 * @returns undefined when it has directives (`#set`, `#if`, `#foreach`)
 */
export function renderTemplate(template: string, input: TemplateInput): string | undefined {
  if (/^\s*#(set|if|foreach|macro|define|else)\b/m.test(template)) return undefined;
  const filled = template
    .replace(/\$input\.params\(\s*['"]([^'"]+)['"]\s*\)/g, (_, name: string) => input.param(name))
    .replace(/\$input\.json\(\s*['"]([^'"]+)['"]\s*\)/g, (_, path: string) => {
      return JSON.stringify(valueAt(input.body, path)) ?? '""';
    })
    .replace(/\$input\.path\(\s*['"]([^'"]+)['"]\s*\)/g, (_, path: string) => {
      const value = valueAt(input.body, path);
      return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    })
    .replaceAll("$input.body", () => input.body);
  return fillVariables(filled, input.values);
}

/**
 * Whether an integration refuses a request because it has no template for the media type of its body.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
 */
export function refusesMediaType(
  request: EdgeRequest,
  { type, passthrough, requestTemplates }: Integration,
): boolean {
  if (type.endsWith("_PROXY") || request.body.length === 0) return false;
  if (requestTemplate(request, requestTemplates) !== undefined) return false;
  if (passthrough === "NEVER") return true;
  return passthrough === "WHEN_NO_TEMPLATES" && Object.keys(requestTemplates).length > 0;
}

/** The template for a request's media type. */
export function requestTemplate(
  request: EdgeRequest,
  templates: Readonly<Record<string, string>>,
): string | undefined {
  const type = headerOf(request.headers, "content-type")?.split(";")[0]?.trim();
  return templates[type ?? "application/json"] ?? templates.$default;
}

function valueAt(body: string, path: string): unknown {
  try {
    return path
      .replace(/^\$\.?/, "")
      .split(/[.[\]'"]+/)
      .filter((key) => key !== "")
      .reduce<unknown>(
        (value, key) => (value as Record<string, unknown> | undefined)?.[key],
        JSON.parse(body),
      );
  } catch {
    return undefined;
  }
}
