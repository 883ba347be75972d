// What mapping templates set in `$context` instead of what the mappings gave.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-override-request-response-parameters.html

/** The `$context` of a template, which it may add overrides to. */
export interface TemplateContext {
  readonly [name: string]: unknown;
  readonly requestOverride?: Readonly<Partial<Record<RequestPlace, Values>>>;
  readonly responseOverride?: { readonly header?: Values; readonly status?: unknown };
}

/** Where a parameter of an integration's request stands. */
export type RequestPlace = "path" | "querystring" | "header";

type Values = Readonly<Record<string, unknown>>;

/** The context of a template, with empty places for what it sets. */
export function withPlaces(context: TemplateContext): TemplateContext {
  return {
    ...context,
    requestOverride: { path: {}, querystring: {}, header: {}, ...context.requestOverride },
    responseOverride: { header: {}, ...context.responseOverride },
  };
}

/** What a template sets of an integration's request. */
export function requestOverrides(
  { requestOverride }: TemplateContext,
  place: RequestPlace,
): [name: string, value: string][] {
  return texts(requestOverride?.[place]);
}

/** The headers and the status that a template sets of a response. */
export function responseOverrides({ responseOverride }: TemplateContext): {
  readonly headers: [name: string, value: string][];
  readonly status?: number;
} {
  const status = Number(responseOverride?.status);
  const isStatus = Number.isInteger(status) && status >= 100 && status <= 599;
  return { headers: texts(responseOverride?.header), ...(isStatus ? { status } : {}) };
}

function texts(values: Values = {}): [name: string, value: string][] {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name, String(value)]);
}
