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

/** A call on its way to its integration. */
export interface MappedCall {
  readonly body: string;
  /** The call with what its request template set in `$context`. */
  readonly integrated: IntegratedCall;
}

/**
 * The call with the body that the request template for its media type makes of the caller's.
 *
 * @param unmapped what goes on without a template
 * @returns undefined when the template is none
 */
export async function mapped(
  integrated: IntegratedCall,
  unmapped = integrated.input.body,
): Promise<MappedCall | undefined> {
  const { call, integration, input } = integrated;
  const template = requestTemplate(call.request, integration.requestTemplates);
  if (template === undefined) return { body: unmapped, integrated };
  const rendered = await renderTemplate(template, input);
  if (rendered === undefined) return undefined;
  const variables = { ...input.variables, context: rendered.context };
  return {
    body: rendered.text,
    integrated: { ...integrated, input: { ...input, variables } },
  };
}
