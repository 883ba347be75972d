import { el, facts, ms } from "./elements.js";

/** Everything about one answer, folded away until it is asked for. */
export function responseDetails(result) {
  const json = parse(result.text);
  return el(
    "details",
    { className: "response" },
    el("summary", {}, "Response"),
    facts("The call", [
      ["Sent to", result.url],
      ...(result.signFor ? [["Signed for", result.signFor]] : []),
      ["Preflight", result.preflight.how],
      ["Total", ms(result.milliseconds)],
      ...phaseRows(result.phases),
    ]),
    json?.headers && json.path ? whatLambdaSaw(json) : notReached(result),
    el("p", { className: "label" }, "Body"),
    el(
      "pre",
      { tabIndex: 0, role: "region", "aria-label": "Body of the response" },
      json === null ? result.text || "(empty)" : JSON.stringify(json, null, 2),
    ),
  );
}

function phaseRows(phases) {
  if (phases === null) return [];
  return [
    ["Before sending", ms(phases.before)],
    ["Connecting", ms(phases.connect)],
    ["Waiting", ms(phases.wait)],
    ["Download", ms(phases.download)],
  ];
}

/** Headers that tell the way a request came. */
const TELLING = ["host", "via", "x-forwarded-for", "x-amz-cf-id", "authorization", "origin"];

function whatLambdaSaw({ path, resource, stage, authorizer, headers }) {
  return facts("What the Lambda function saw", [
    ["Path", path],
    ["Resource", `${resource}, stage ${stage}`],
    ["Authorizer", pairs(authorizer)],
    ...TELLING.filter((name) => headers[name]).map((name) => [name, headers[name]]),
  ]);
}

function pairs(values) {
  const texts = Object.entries(values ?? {}).map(([name, value]) => `${name}: ${value}`);
  return texts.length === 0 ? "none" : texts.join(", ");
}

function notReached({ status }) {
  if (status === null) return null;
  return el("p", {}, "The Lambda function did not answer this; API Gateway or CloudFront did.");
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
