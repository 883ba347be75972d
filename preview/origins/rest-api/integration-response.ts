import { type EdgeResponse, type HeaderList, headerOf } from "../../messages";
import { answer, gatewayAnswer } from "./gateway-response";
import type { IntegratedCall } from "./integrated-call";
import type { IntegrationResponse } from "./model";
import { outgoingHeaders } from "./response-headers";
import type { TemplateInput } from "./template";
import { renderTemplate } from "./velocity";

/** What a non-proxy integration gave, before it is mapped. */
export interface IntegrationResult {
  /** What selection patterns are matched with: a status, or an error's text. */
  readonly selection: string;
  readonly headers: HeaderList;
  readonly body: string;
}

/**
 * Maps an integration's result: the first response whose selection pattern matches, else the one
 * without a pattern.
 */
export async function mappedAnswer(
  { call, integration, input, onProblem }: IntegratedCall,
  result: IntegrationResult,
): Promise<EdgeResponse> {
  const response =
    integration.responses.find(
      ({ selectionPattern }) =>
        selectionPattern !== "" &&
        new RegExp(`^(?:${selectionPattern})$`, "s").test(result.selection),
    ) ?? integration.responses.find(({ selectionPattern }) => selectionPattern === "");
  if (response === undefined) {
    onProblem(`no integration response fits "${result.selection}"`);
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  const [type, template] = templateFor(response, headerOf(call.headers, "accept"));
  const body =
    template === undefined
      ? result.body
      : await renderTemplate(template, { ...input, body: result.body });
  if (body === undefined) {
    onProblem("its response template is no Velocity template");
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  const headers: HeaderList = [["Content-Type", type], ...mappedHeaders(response, result, input)];
  const single = new Map(
    headers.map(([name, value]) => [name.toLowerCase(), [name, value] as const]),
  );
  return answer(
    call,
    response.statusCode,
    outgoingHeaders([...single.values()], call.ids.trace),
    Buffer.from(body),
  );
}

function templateFor(
  { templates }: IntegrationResponse,
  accept: string | undefined,
): [type: string, template: string | undefined] {
  const wanted = (accept ?? "").split(",").map((type) => type.split(";")[0]?.trim() ?? "");
  const type = wanted.find((name) => templates[name] !== undefined);
  const first = Object.keys(templates)[0];
  const used = type ?? (templates["application/json"] === undefined ? first : "application/json");
  return [used ?? "application/json", used === undefined ? undefined : templates[used]];
}

function mappedHeaders(
  { parameters }: IntegrationResponse,
  { headers }: IntegrationResult,
  input: TemplateInput,
): HeaderList {
  return Object.entries(parameters).flatMap(([target, source]): HeaderList => {
    const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
    const literal = /^'(.*)'$/s.exec(source)?.[1];
    const from = /^integration\.response\.header\.(.+)$/.exec(source)?.[1];
    const value = literal ?? (from === undefined ? input.values[source] : headerOf(headers, from));
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
}
