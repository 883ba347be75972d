// Which requests go to the API of the stack `spa-api`.
import { firstSegment, pathPatternProblem } from "../../modules/private/path-pattern";
import { choice, type Environment, text } from "./variables";

/** Path pattern of the API's requests, and its stage: without an origin path they fit together. */
export interface ApiSettings {
  readonly apiPattern: string;
  readonly apiStage: string;
  readonly apiHeaders: "usual" | "all";
}

/** Reads `API_PATTERN`, `API_STAGE` and `API_HEADERS`. */
export function readApi(env: Environment): ApiSettings {
  return { ...readPath(env), apiHeaders: choice(env, "API_HEADERS", ["usual", "all"], "usual") };
}

function readPath(env: Environment): Pick<ApiSettings, "apiPattern" | "apiStage"> {
  const apiPattern = env.API_PATTERN || "/api/*";
  const problem = pathPatternProblem(apiPattern);
  if (problem !== undefined) throw new Error(`API_PATTERN ${problem}, got "${apiPattern}"`);
  const apiStage = text(env, "API_STAGE", "api", {
    pattern: /^[A-Za-z0-9_-]{1,128}$/,
    words: "must be 1-128 letters, digits, hyphens or underscores",
  });
  const segment = firstSegment(apiPattern);
  if (segment === apiStage) return { apiPattern, apiStage };
  throw new Error(
    segment === undefined
      ? `API_PATTERN must start with a whole segment, which is the API's stage, such as "/${apiStage}/*", got "${apiPattern}"`
      : `API_PATTERN is "${apiPattern}", but API_STAGE is "${apiStage}", and API Gateway takes the first segment for the stage; set API_STAGE=${segment} or API_PATTERN=/${apiStage}/*`,
  );
}
