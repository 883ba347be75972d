// CloudFront takes a page and a status together, for a fixed list of errors.
import { type Block, blocks, type SynthesizedStack } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { isDynamic, numberOf, textOf, UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const CODES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** 401, 412, 415 and 429 can have no page. */
export const noIncompleteErrorPage: Rule = {
  id: "no-incomplete-error-page",
  severity: "error",
  summary:
    "A custom error response must not lack its status or page, nor be for an error that can have none.",
  fix: "Give response_code and response_page_path together, the page with a leading slash.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/creating-custom-error-pages.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) => [
      ...(isDynamic(config, "custom_error_response") ? [undecided("custom_error_response")] : []),
      ...blocks(config.custom_error_response).flatMap((page) => problems(stack, page)),
    ]),
};

function problems(stack: SynthesizedStack, page: Block): Outcome[] {
  const error = numberOf(stack, page.error_code);
  const status = numberOf(stack, page.response_code);
  const path = textOf(stack, page.response_page_path);
  if (error === UNKNOWN || status === UNKNOWN || path === UNKNOWN) {
    return [undecided("a custom_error_response is not known")];
  }
  const name = `has an error page for ${error}`;
  if (error === undefined || !CODES.includes(error))
    return [violation(`${name}, which can have none`)];
  // A plan writes the status that is left out as 0.
  const hasStatus = status !== undefined && status !== 0;
  if (hasStatus && path === undefined)
    return [violation(`${name} with a response_code and no page`)];
  if (!hasStatus && path !== undefined) return [violation(`${name} without a response_code`)];
  if (path !== undefined && !path.startsWith("/")) return [violation(`${name} at "${path}"`)];
  return [];
}
