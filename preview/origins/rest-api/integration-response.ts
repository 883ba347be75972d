import { type EdgeResponse, type HeaderList, headerOf } from "../../messages";
import { javaPattern } from "../api/java-pattern";
import { answer, gatewayAnswer } from "./gateway-response";
import type { IntegratedCall } from "./integrated-call";
import { responseSource } from "./mapping-source";
import type { IntegrationResponse } from "./model";
import { responseOverrides } from "./overrides";
import { outgoingHeaders } from "./response-headers";
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
  integrated: IntegratedCall,
  result: IntegrationResult,
): Promise<EdgeResponse> {
  const { call, input, onProblem } = integrated;
  const response = responseFor(integrated, result);
  if (response === undefined) {
    onProblem(`no integration response fits "${result.selection}"`);
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  const [type, template] = templateFor(response, headerOf(call.headers, "accept"));
  const rendered =
    template === undefined
      ? { text: result.body, context: {} }
      : await renderTemplate(template, { ...input, body: result.body });
  if (rendered === undefined) {
    onProblem("its response template is no Velocity template");
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  const set = responseOverrides(rendered.context);
  const headers: HeaderList = [
    ["Content-Type", type],
    ...mappedHeaders(response, result, integrated),
    ...set.headers,
  ];
  const single = new Map(
    headers.map(([name, value]) => [name.toLowerCase(), [name, value] as const]),
  );
  return answer(
    call,
    set.status ?? response.statusCode,
    outgoingHeaders([...single.values()], call.ids.trace),
    Buffer.from(rendered.text),
  );
}

function responseFor(
  { integration, onProblem }: IntegratedCall,
  { selection }: IntegrationResult,
): IntegrationResponse | undefined {
  const named = integration.responses.find(({ selectionPattern }) => {
    if (selectionPattern === "") return false;
    const pattern = javaPattern(selectionPattern);
    if (pattern === undefined) {
      onProblem(`the selection pattern "${selectionPattern}" cannot be read here: it fits nothing`);
    }
    return pattern?.test(selection) === true;
  });
  return named ?? integration.responses.find(({ selectionPattern }) => selectionPattern === "");
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
  result: IntegrationResult,
  integrated: IntegratedCall,
): HeaderList {
  return Object.entries(parameters).flatMap(([target, source]): HeaderList => {
    const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
    const value = responseSource(source, result, integrated);
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
}
