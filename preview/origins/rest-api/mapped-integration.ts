import type { EdgeResponse } from "../../messages";
import type { ApiRuntime } from "../api/runtime";
import type { RestCall } from "./call";
import { gatewayAnswer } from "./gateway-response";
import { mappedAnswer } from "./integration-response";
import { invokable } from "./lambda-integration";
import type { RestRoute } from "./match-route";
import type { Integration } from "./model";
import { requestTemplate, type TemplateInput } from "./template";
import { renderTemplate } from "./velocity";

/**
 * A MOCK integration: the request template's `{"statusCode": N}` selects the response; without a
 * template it is the default one.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
export async function mock(
  call: RestCall,
  route: RestRoute,
  integration: Integration,
  input: TemplateInput,
  onProblem: (text: string) => void,
): Promise<EdgeResponse> {
  const template = requestTemplate(call.request, integration.requestTemplates);
  const text = template === undefined ? input.body : await renderTemplate(template, input);
  const status = /["']?statusCode["']?\s*:\s*["']?(\d{3})/.exec(text ?? "")?.[1];
  if (status === undefined && template !== undefined) {
    onProblem(
      `the request template of the MOCK integration of ${route.resource.path} gives no statusCode`,
    );
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  return mappedAnswer(
    call,
    integration,
    { selection: status ?? "", headers: [], body: "" },
    input,
    onProblem,
  );
}

/** A Lambda function behind mapping templates (integration type AWS). */
export async function lambdaCustom(
  call: RestCall,
  route: RestRoute,
  integration: Integration,
  input: TemplateInput,
  runtime: ApiRuntime,
  onProblem: (text: string) => void,
): Promise<EdgeResponse> {
  const fn = invokable(call, route, integration, runtime);
  if ("type" in fn) return gatewayAnswer(call, fn);
  const template = requestTemplate(call.request, integration.requestTemplates);
  const event = template === undefined ? input.body || "{}" : await renderTemplate(template, input);
  const parsed = event === undefined ? undefined : parseObject(event);
  if (parsed === undefined) {
    onProblem("its request template is no Velocity template, or gives no JSON object");
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  const outcome = await fn.invoke(parsed);
  const result = outcome.ok
    ? { selection: "", headers: [], body: JSON.stringify(outcome.payload) }
    : {
        selection: outcome.errorMessage,
        headers: [],
        body: JSON.stringify({ errorType: outcome.errorType, errorMessage: outcome.errorMessage }),
      };
  return mappedAnswer(call, integration, result, input, onProblem);
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
