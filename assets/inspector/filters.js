// Which requests are shown.
import { byId, make } from "./dom.js";

const STATUSES = [
  ["2", "2xx"],
  ["3", "3xx"],
  ["4", "4xx"],
  ["5", "5xx"],
];

const RESULTS = [
  ["Hit", "Hit"],
  ["RefreshHit", "RefreshHit"],
  ["Miss", "Miss"],
  ["Error", "Error"],
  ["Redirect", "Redirect"],
  ["Function", "by a function"],
  ["Lambda", "by Lambda@Edge"],
  ["Direct", "past the distribution"],
];

const text = byId("filter-text");
const behavior = byId("filter-behavior");
const status = byId("filter-status");
const result = byId("filter-result");

/** Prepares the filters; `changed` is called whenever one changes. */
export function openFilters(changed) {
  offer(status, STATUSES);
  offer(result, RESULTS);
  offerBehaviors([]);
  for (const control of [text, behavior, status, result]) {
    control.addEventListener("input", changed);
  }
}

/** Offers the behaviors of a stack; the chosen one stays if it is still there. */
export function offerBehaviors(behaviors) {
  const patterns = behaviors.map(({ pattern, isDefault }) => [
    pattern,
    isDefault ? `${pattern} (default)` : pattern,
  ]);
  offer(behavior, patterns);
}

/** Builds the test for the filters as they are now. */
export function currentFilter() {
  const wanted = text.value.trim().toLowerCase();
  const chosen = behavior.value;
  const code = status.value;
  const kind = result.value;
  return (request) =>
    (wanted === "" || `${request.method} ${request.path}`.toLowerCase().includes(wanted)) &&
    (chosen === "" || request.behavior === chosen) &&
    (code === "" || String(request.status).startsWith(code)) &&
    (kind === "" || matchesResult(kind, request.result));
}

function matchesResult(kind, actual) {
  if (kind === "Function" || kind === "Lambda") return actual.startsWith(kind);
  return actual === kind;
}

function offer(select, options) {
  const before = select.value;
  select.replaceChildren(
    make("option", { value: "" }, "any"),
    ...options.map(([value, label]) => make("option", { value }, label)),
  );
  select.value = options.some(([value]) => value === before) ? before : "";
}
