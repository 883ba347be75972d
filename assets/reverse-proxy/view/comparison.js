import { summarize, verdict } from "../compare.js";
import { WAYS } from "../requests.js";
import { bar } from "./bar.js";
import { el, ms } from "./elements.js";

/** The figures of a comparison as a table, with the medians as bars, and its verdict as text. */
export function comparison(results, explanation) {
  const figures = WAYS.map(({ id }) => summarize(results[id]));
  const longest = Math.max(...figures.map((figure) => figure?.median ?? 0));
  const row = (title, cell) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, title),
      ...figures.map((figure) => el("td", {}, ...(figure === null ? ["–"] : cell(figure)))),
    );
  const table = el(
    "table",
    { className: "figures" },
    el("caption", {}, "Total times of the calls"),
    el(
      "thead",
      {},
      el("tr", {}, el("td"), ...WAYS.map(({ title }) => el("th", { scope: "col" }, title))),
    ),
    el(
      "tbody",
      {},
      row("Median", ({ median }) => [
        ms(median),
        bar({ milliseconds: median, phases: null }, longest),
      ]),
      row("Fastest", ({ fastest }) => [ms(fastest)]),
      row("Slowest", ({ slowest }) => [ms(slowest)]),
      row("Answered", ({ answered, statuses }) => [
        `${answered}, status ${statuses.join(" and ")}`,
      ]),
      row("Preflight", ({ preflight }) => [preflight.word]),
    ),
  );
  const why = explanation ? el("p", { className: "explanation" }, explanation) : null;
  return { element: el("div", {}, why, table), text: verdict(...figures) };
}
