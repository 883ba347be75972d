// The list of requests: newest first, bounded, one tab stop, arrows to move.
import { byId, make } from "./dom.js";

const LIMIT = 500;
const COLUMNS = ["Time", "Method", "Path", "Behavior", "Origin", "Status", "Cache", "ms"];

const body = make("tbody", { role: "rowgroup" });
const empty = make("p", { class: "empty quiet" });
/** Rows by id, oldest first. */
const rows = new Map();
let filter = () => true;
let selected;
let onSelect = async () => {};
let onOpen = () => {};

/** Draws the list; `select` gets the id of a request and shows it, `open` is called to go into it. */
export function openList(select, open) {
  onSelect = select;
  onOpen = open;
  const head = make(
    "thead",
    { role: "rowgroup" },
    make(
      "tr",
      { role: "row" },
      COLUMNS.map((name) => make("th", { role: "columnheader", scope: "col" }, name)),
    ),
  );
  const table = make("table", { role: "table", "aria-labelledby": "requests-title" }, head, body);
  byId("list").replaceChildren(table, empty);
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (row === null) return;
    const chosen = choose(Number(row.dataset.id));
    // Where the detail is below the list, a selection without a look at it is of no use.
    if (matchMedia("(max-width: 63.99rem)").matches) void chosen.then(onOpen);
  });
  body.addEventListener("keydown", move);
}

/** Adds requests, oldest first. */
export function addRequests(requests) {
  for (const request of requests) {
    if (rows.has(request.id)) continue;
    const row = rowOf(request);
    rows.set(request.id, { request, row });
    row.hidden = !filter(request);
    body.prepend(row);
  }
  for (const id of rows.keys()) {
    if (rows.size <= LIMIT) break;
    remove(id);
  }
  keepTabStop();
}

/** Takes out everything up to an id. */
export function removeRequests(to = Number.POSITIVE_INFINITY) {
  for (const id of [...rows.keys()]) if (id <= to) remove(id);
  keepTabStop();
}

/** Shows only the requests that pass a test. */
export function filterRequests(test) {
  filter = test;
  for (const { request, row } of rows.values()) row.hidden = !filter(request);
  keepTabStop();
}

/** How many there are, how many of them are shown, and the newest of those. */
export function countRequests() {
  const shown = [...rows.values()].filter(({ row }) => !row.hidden);
  return { all: rows.size, shown: shown.length, newest: shown.at(-1)?.request };
}

/** Says something below the list. */
export function sayBelowList(...content) {
  empty.replaceChildren(...content);
}

/** Puts the focus on the selected row, or on the first one. */
export function focusList() {
  tabStop()?.focus();
}

function choose(id) {
  const before = rows.get(selected)?.row;
  before?.removeAttribute("aria-current");
  selected = id;
  rows.get(id)?.row.setAttribute("aria-current", "true");
  keepTabStop();
  tabStop()?.focus({ preventScroll: true });
  return onSelect(id);
}

function move(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const current = event.target.closest("tr");
  const shown = [...body.rows].filter((row) => !row.hidden);
  const at = shown.indexOf(current);
  if (event.key === "Enter") {
    event.preventDefault();
    void choose(Number(current.dataset.id)).then(onOpen);
    return;
  }
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10 };
  const to = { Home: 0, End: shown.length - 1, ...steps }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const row = shown[Math.max(0, Math.min(to, shown.length - 1))];
  void choose(Number(row.dataset.id));
  row.scrollIntoView({ block: "nearest" });
}

function remove(id) {
  rows.get(id)?.row.remove();
  rows.delete(id);
}

function tabStop() {
  return body.querySelector('button[tabindex="0"]');
}

/** Exactly one row can be reached with Tab: the selected one, else the first that is shown. */
function keepTabStop() {
  const before = tabStop();
  const chosen = rows.get(selected)?.row;
  const row = chosen && !chosen.hidden ? chosen : [...body.rows].find(({ hidden }) => !hidden);
  const next = row?.querySelector("button");
  if (before === next) return;
  before?.setAttribute("tabindex", "-1");
  next?.setAttribute("tabindex", "0");
}

function rowOf(request) {
  const { id, at, method, path, behavior, origin, status, result, milliseconds, isDirect } =
    request;
  const time = new Date(at);
  const clock = time.toLocaleTimeString([], { hour12: false });
  const cell = (name, ...content) => make("td", { role: "cell", class: name }, ...content);
  const to = isDirect ? "direct" : behavior || "none";
  return make(
    "tr",
    { role: "row", "data-id": id },
    cell("time", make("time", { datetime: time.toISOString() }, clock)),
    cell("method", method),
    cell("path", make("button", { type: "button", tabindex: "-1", title: path }, path)),
    cell("behavior", make("span", { title: to }, to)),
    cell("origin", make("span", { title: origin }, origin || "–")),
    cell(status >= 400 ? "status bad" : "status good", String(status)),
    cell("result", result),
    cell("ms", shortMilliseconds(milliseconds)),
  );
}

/** `0.42`, `7.5`, `131`. */
export function shortMilliseconds(value) {
  if (value >= 10) return String(Math.round(value));
  return value >= 1 ? value.toFixed(1) : value.toFixed(2);
}
