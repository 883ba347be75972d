import type { EdgeRequest } from "../messages";
import { errorEntry, errorReplacement } from "../pipeline/custom-error-response";
import { matchBehavior } from "../pipeline/match-behavior";
import { normalizePath } from "../pipeline/normalize-path";
import { withoutConditions } from "../pipeline/revalidation";
import type { Answer } from "./answer";
import { type Exchange, note } from "./context";
import { fetchObject } from "./fetch-object";

/**
 * Puts the distribution's own page in the place of an error. The page is fetched through the
 * behaviors from the start, so it may come from another origin; if the page fails too, the viewer
 * gets the page's error. The result stays `Error`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html
 */
export async function replaceError(x: Exchange, answer: Answer): Promise<Answer> {
  const { status } = answer.response;
  if (status < 400) return answer;
  const replacement = errorReplacement(errorEntry(x.edge.model.customErrorResponses, status));
  if (replacement === undefined) return answer;
  if (answer.generated) {
    note(x, `a function made this ${status}: the custom error response does not replace it`);
    return answer;
  }
  const { pagePath } = replacement;
  const path = normalizePath(pagePath);
  const compiled = matchBehavior(path, x.edge.ordered, x.edge.defaultBehavior);
  x.steps?.push({
    step: "custom-error-response",
    errorCode: status,
    pagePath,
    pattern: compiled.behavior.pathPattern,
    status: replacement.status,
  });
  if (x.trace.behavior !== undefined && x.trace.behavior !== compiled.behavior.pathPattern) {
    note(
      x,
      `the error page ${pagePath} comes through behavior "${compiled.behavior.pathPattern}", the error through "${x.trace.behavior}"`,
    );
  }

  const { originId } = x.trace;
  const page = await fetchObject(x, compiled, pageRequest(x.request, pagePath));
  if (originId !== undefined) x.trace.originId = originId;
  if (page.response.status >= 400) return { ...page, result: "Error" };
  return {
    ...page,
    response: { ...page.response, status: replacement.status, statusText: "" },
    result: "Error",
  };
}

/** Says that a page of the distribution does not stand for an error which CloudFront made itself. */
export function noteUnreplaced(x: Exchange, status: number, maker: string): void {
  if (x.steps === undefined || status < 400) return;
  if (errorReplacement(errorEntry(x.edge.model.customErrorResponses, status)) === undefined) return;
  note(
    x,
    `${maker} made this ${status}: the custom error response does not replace it (not documented)`,
  );
}

function pageRequest(request: EdgeRequest, pagePath: string): EdgeRequest {
  const [path = "/", ...query] = pagePath.split("?");
  return {
    ...request,
    method: request.method === "HEAD" ? "HEAD" : "GET",
    path: path.startsWith("/") ? path : `/${path}`,
    query: query.join("?"),
    headers: withoutConditions(request.headers).filter(
      ([name]) => !/^(range|if-range|content-.*)$/i.test(name),
    ),
    body: new Uint8Array(),
  };
}
