import type { ApiRuntime } from "../api/runtime";
import type { RestCall } from "./call";
import type { RestRoute } from "./match-route";
import type { Integration } from "./model";
import { requestTemplate, type TemplateInput } from "./template";
import { renderTemplate } from "./velocity";

/** A call that may pass, at its route's integration. */
export interface IntegratedCall {
  readonly call: RestCall;
  readonly route: RestRoute;
  readonly integration: Integration;
  /** What the integration's mappings may read. */
  readonly input: TemplateInput;
  readonly runtime: ApiRuntime;
  /** Tells the user why the integration cannot answer. */
  readonly onProblem: (text: string) => void;
}

/**
 * The body that the request template for its media type makes of the caller's.
 *
 * @param unmapped what goes on without a template
 * @returns undefined when the template is none
 */
export async function mappedBody(
  { call, integration, input }: IntegratedCall,
  unmapped = input.body,
): Promise<string | undefined> {
  const template = requestTemplate(call.request, integration.requestTemplates);
  return template === undefined ? unmapped : renderTemplate(template, input);
}
