import type { EdgeRequest } from "../../messages";
import { headerOf } from "../../messages";
import { flatValues } from "../api/flat-values";
import { lastValues } from "../api/incoming-headers";
import { parseQuery } from "../query";
import type { Identity, RestCall } from "./call";
import type { RestRoute } from "./match-route";
import type { Integration } from "./model";
import type { TemplateContext } from "./overrides";
import { requestContext } from "./proxy-event";

/** What mappings may read. */
export interface TemplateInput {
  /** The body that a template maps. */
  readonly body: string;
  /** `$input.params()`: by name, from each place. */
  readonly params: Readonly<Record<"path" | "querystring" | "header", Readonly<Params>>>;
  /** `$input.params("name")`, from path, query string and headers. */
  param(name: string): string;
  /** `$context` and `$stageVariables`. */
  readonly variables: { readonly context: TemplateContext; readonly stageVariables: object };
  /** The same by whole names, such as `context.identity.sourceIp`. */
  readonly values: Readonly<Record<string, string>>;
}

type Params = Record<string, string>;

/** What the mappings of one call may read. */
export function templateInput(call: RestCall, route: RestRoute, identity: Identity): TemplateInput {
  const query = new Map(parseQuery(call.request.query));
  const context = requestContext(call, route, identity);
  const { variables: stageVariables } = call.stage;
  return {
    body: Buffer.from(call.request.body).toString(),
    params: {
      path: route.pathParameters,
      querystring: Object.fromEntries(query),
      header: lastValues(call.headers),
    },
    param: (name) =>
      route.pathParameters[name] ?? query.get(name) ?? headerOf(call.headers, name) ?? "",
    variables: { context, stageVariables },
    values: {
      ...flatValues("context", context),
      ...flatValues("stageVariables", stageVariables),
    },
  };
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
