// One step of a request's way: heading, sentence, particulars.
import { make } from "./dom.js";

/** Longer particulars start folded. */
const FOLD_ABOVE = 6;

const SIGNS = {
  plain: ["", ""],
  good: ["✓", "fine"],
  stop: ["■", "ends here"],
  bad: ["!", "an error"],
};
const MARKS = { chosen: "✓", removed: "−", added: "+" };

/** Draws a step as an item of a list. */
export function stepItem({ heading, sentence, tone, details, documentation }) {
  const [sign, meaning] = SIGNS[tone];
  return make(
    "li",
    { class: `step is-${tone}` },
    make(
      "h4",
      {},
      heading,
      sign === "" ? "" : make("span", { class: "sign", role: "img", "aria-label": meaning }, sign),
    ),
    make(
      "p",
      {},
      sentence,
      documentation === undefined ? "" : " ",
      documentation === undefined ? "" : ruleLink(documentation, heading),
    ),
    details.map(detailOf),
  );
}

function ruleLink(href, heading) {
  const attributes = { href, target: "_blank", rel: "noreferrer noopener" };
  return make("a", { ...attributes, "aria-label": `AWS on: ${heading}` }, "AWS on this");
}

function detailOf(detail) {
  if (detail.title === "") return CONTENT[detail.kind](detail);
  const size = (detail.rows ?? detail.changes ?? detail.lines).length;
  const isOpen = detail.kind !== "rows" || size <= FOLD_ABOVE;
  return make(
    "details",
    { open: isOpen },
    make("summary", {}, detail.title, ` (${size})`),
    CONTENT[detail.kind](detail),
  );
}

const CONTENT = {
  rows: ({ title, rows }) =>
    make(
      "table",
      { class: "rows" },
      title === "" ? "" : make("caption", { class: "hidden" }, title),
      make("tbody", {}, rows.map(rowOf)),
    ),
  changes: ({ changes }) => make("dl", { class: "changes" }, changes.map(changeOf)),
  lines: ({ lines }) => make("pre", { tabindex: "0" }, lines.join("\n")),
};

function rowOf({ name, value, note, mark }) {
  const sign = mark === undefined ? "" : make("span", { class: "mark" }, `${MARKS[mark]} `);
  return make(
    "tr",
    { class: mark },
    make("th", { scope: "row" }, sign, name),
    make(
      "td",
      {},
      make("span", { class: "value" }, value ?? ""),
      note === undefined ? "" : make("span", { class: "note" }, note),
    ),
  );
}

function changeOf({ name, before, after }) {
  return make(
    "div",
    {},
    make("dt", {}, name),
    make("dd", {}, make("del", {}, before || "(empty)")),
    make("dd", {}, make("ins", {}, after || "(empty)")),
  );
}
