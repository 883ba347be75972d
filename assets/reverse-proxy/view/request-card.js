import { WAYS } from "../requests.js";
import { bar } from "./bar.js";
import { el, ms } from "./elements.js";
import { responseDetails } from "./response-details.js";

/**
 * One request under one path: a button and the latest result for each way.
 *
 * @param onRun is called with the way ("edge", "direct") when its button is used
 * @returns the element, and `show` for what a way is at: `{ waiting }`, `{ hint }` or `{ result }`
 */
export function requestCard({ path, request, onRun }) {
  const results = {};
  const boxes = {};
  const sides = WAYS.map(({ id, how }) => {
    const action = `Run ${how}`;
    boxes[id] = el("div", { className: "outcome" });
    const name = `${action}: ${request.title}, /${path.id}`;
    const button = el(
      "button",
      { type: "button", "aria-label": name, onclick: () => onRun(id) },
      action,
    );
    return el("div", { className: "side" }, button, boxes[id]);
  });

  const draw = () => {
    const times = Object.values(results).map(({ result }) => result.milliseconds);
    for (const [way, shown] of Object.entries(results)) {
      const open = boxes[way].querySelector("details")?.open ?? false;
      boxes[way].replaceChildren(...outcome(shown, request, Math.max(...times)));
      boxes[way].querySelector("details").open = open;
    }
  };

  const show = (way, { waiting, hint, ...shown }) => {
    if (shown.result) {
      results[way] = shown;
      draw();
      return;
    }
    delete results[way];
    const text = waiting ? "Waiting for the answer…" : hint;
    boxes[way].replaceChildren(el("p", { className: waiting ? "quiet" : "explanation" }, text));
  };

  const element = el(
    "article",
    { className: "request" },
    el("h4", {}, request.title),
    el("p", { className: "target" }, el("code", {}, `GET /${path.id}${request.path}`)),
    el("p", { className: "quiet" }, `${request.about} Expected: ${request.expected}.`),
    el("div", { className: "sides" }, ...sides),
  );
  return { element, show };
}

function outcome({ result, explanation }, request, longest) {
  const { status, milliseconds, preflight } = result;
  const asExpected = status === request.expected;
  const words =
    status === null
      ? "✗ no answer"
      : asExpected
        ? `✓ ${status}`
        : `✗ ${status}, not ${request.expected}`;
  return [
    el(
      "p",
      { className: "line" },
      el("strong", { className: asExpected ? "good" : "bad" }, words),
      el("span", {}, ms(milliseconds)),
      el("span", { className: "quiet" }, preflight.word),
    ),
    bar(result, longest),
    explanation ? el("p", { className: "explanation" }, explanation) : null,
    responseDetails(result),
  ].filter((child) => child !== null);
}
