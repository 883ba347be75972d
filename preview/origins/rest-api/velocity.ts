// Mapping templates, in the template language of Apache Velocity.
import { JAVA_METHODS } from "./java-methods";
import { atJsonPath } from "./json-path";
import { type TemplateContext, withPlaces } from "./overrides";
import type { TemplateInput } from "./template";

/** What a mapping template made. */
export interface Rendered {
  readonly text: string;
  /** `$context` with what the template set in it. */
  readonly context: TemplateContext;
}

/**
 * Renders a mapping template, with `$input`, `$context`, `$stageVariables` and `$util`.
 *
 * @returns undefined when it is no template
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export async function renderTemplate(
  template: string,
  { body, params, param, variables }: TemplateInput,
): Promise<Rendered | undefined> {
  if (!/[$#]/.test(template)) return { text: template, context: variables.context };
  // Most APIs have no templates: not at the start.
  const { render } = await import("velocityjs");
  const input = {
    body,
    json: (path: string) => JSON.stringify(valueAt(body, path)) ?? '""',
    path: (path: string) => valueAt(body, path),
    params: (name?: string) => (name === undefined ? params : param(name)),
  };
  const { context, stageVariables } = withoutNulls(variables);
  const values = { context: withPlaces(context), stageVariables, input, util: UTIL };
  try {
    const text = render(template, values, undefined, { customMethodHandlers: JAVA_METHODS });
    return { text, context: values.context };
  } catch {
    return undefined;
  }
}

const UTIL = {
  escapeJavaScript: (text: unknown) =>
    JSON.stringify(String(text)).slice(1, -1).replaceAll("'", "\\'"),
  parseJson: (text: unknown): unknown => JSON.parse(String(text)),
  urlEncode: (text: unknown) => formEncoded(String(text)),
  urlDecode: (text: unknown) => decodeURIComponent(String(text).replaceAll("+", " ")),
  base64Encode: (text: unknown) => Buffer.from(String(text)).toString("base64"),
  base64Decode: (text: unknown) => Buffer.from(String(text), "base64").toString(),
};

/** As forms encode it: a space is a plus, and nothing but letters, digits and `*-._` stays. */
function formEncoded(text: string): string {
  return new URLSearchParams({ text }).toString().slice("text=".length);
}

/** A value that is null is the empty text in a template. */
function withoutNulls<T extends object>(values: T): T {
  return JSON.parse(JSON.stringify(values, (_, value: unknown) => value ?? ""));
}

function valueAt(body: string, path: string): unknown {
  try {
    return atJsonPath(JSON.parse(body), path);
  } catch {
    return undefined;
  }
}
