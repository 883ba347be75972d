import type { EdgeResponse } from "../../messages";
import { gatewayAnswer } from "./gateway-response";
import { type IntegratedCall, mapped } from "./integrated-call";
import { mappedAnswer } from "./integration-response";
import { invokable } from "./lambda-integration";
import { requestTemplate } from "./template";

/**
 * A MOCK integration: the request template's `{"statusCode": N}` selects the response; without a
 * template it is the default one.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
export async function mock(integrated: IntegratedCall): Promise<EdgeResponse> {
  const { call, route, integration, onProblem } = integrated;
  const template = requestTemplate(call.request, integration.requestTemplates);
  const made = await mapped(integrated);
  const status = /["']?statusCode["']?\s*:\s*["']?(\d{3})/.exec(made?.body ?? "")?.[1];
  if (status === undefined && template !== undefined) {
    onProblem(
      `the request template of the MOCK integration of ${route.resource.path} gives no statusCode`,
    );
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  return mappedAnswer(made?.integrated ?? integrated, {
    selection: status ?? "",
    headers: [],
    body: "",
  });
}

/** A Lambda function behind mapping templates (integration type AWS). */
export async function lambdaCustom(integrated: IntegratedCall): Promise<EdgeResponse> {
  const { call, route, integration, input, runtime, onProblem } = integrated;
  const fn = invokable(call, route, integration, runtime);
  if ("type" in fn) return gatewayAnswer(call, fn);
  const made = await mapped(integrated, input.body || "{}");
  const parsed = made === undefined ? undefined : parseObject(made.body);
  if (made === undefined || parsed === undefined) {
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
  return mappedAnswer(made.integrated, result);
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
