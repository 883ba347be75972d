// Joins the steps of one behavior and event into the code of one CloudFront function.

/** A piece of an edge function. */
export interface EdgeStep {
  /** The name of the JavaScript function that the code declares. */
  readonly name: string;
  /** JavaScript for runtime 2.0 that declares that function. */
  readonly code: string;
}

/** When a CloudFront function runs. */
export type EdgeEvent = "viewer-request" | "viewer-response";

/** The most that CloudFront takes, in bytes. */
export const MAX_FUNCTION_BYTES = 10 * 1024;

/**
 * The code of a function that runs the steps in order. On `viewer-request` each takes the request
 * and returns it, changed or not; a step that returns a response ends the journey with it. On
 * `viewer-response` each takes the response and the request, and returns the response.
 *
 * @throws when a step does not declare its function, two steps clash or the code is too large
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html
 */
export function edgeCode(event: EdgeEvent, steps: readonly EdgeStep[]): string {
  const names = steps.map(({ name }) => name);
  for (const { name, code } of steps) {
    if (!/^[A-Za-z_]\w*$/.test(name) || name === "handler") {
      throw new Error(
        `the name of an edge step must be that of a JavaScript function other than handler, got "${name}"`,
      );
    }
    if (!new RegExp(`\\bfunction\\s+${name}\\s*\\(`).test(code)) {
      throw new Error(`the edge step "${name}" must declare "function ${name}(…)"`);
    }
    if (names.indexOf(name) !== names.lastIndexOf(name)) {
      throw new Error(`the edge step "${name}" is listed twice in one behavior; list it once`);
    }
  }
  const code = `${steps.map((step) => step.code.trim()).join("\n\n")}\n\n${HANDLERS[event](names)}`;
  const bytes = Buffer.byteLength(code);
  if (bytes > MAX_FUNCTION_BYTES) {
    throw new Error(
      `an edge function has at most ${MAX_FUNCTION_BYTES} bytes, but "${names.join(", ")}" take ${bytes}; shorten a step or drop one`,
    );
  }
  return code;
}

const HANDLERS: Readonly<Record<EdgeEvent, (names: readonly string[]) => string>> = {
  "viewer-request": (names) => `function handler(event) {
  var result = event.request;
  var steps = [${names.join(", ")}];
  for (var i = 0; i < steps.length; i++) {
    result = steps[i](result);
    if (result.statusCode) return result;
  }
  return result;
}
`,
  "viewer-response": (names) => `function handler(event) {
  var result = event.response;
  var steps = [${names.join(", ")}];
  for (var i = 0; i < steps.length; i++) result = steps[i](result, event.request);
  return result;
}
`,
};
