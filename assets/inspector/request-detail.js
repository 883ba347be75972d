// The way of the selected request.
import { byId, make } from "./dom.js";
import { shortMilliseconds } from "./request-list.js";
import { stepItem } from "./step.js";

const pane = byId("detail");
let goBack = () => {};

/** Prepares the pane; `back` is called when the reader wants to return to the list. */
export function openDetail(back) {
  goBack = back;
  pane.addEventListener("keydown", (event) => {
    if (event.key === "Escape") goBack();
  });
  showHint();
}

/** Shows what there is before anything is selected. */
export function showHint() {
  pane.replaceChildren(
    title("The way of a request"),
    make("p", { class: "quiet" }, "Select a request to see each step it took, and why."),
  );
}

/** Shows why a request cannot be shown. */
export function showProblem(text) {
  pane.replaceChildren(title("The way of a request"), make("p", { class: "bad" }, text));
}

/** Shows one exchange, step by step. */
export function showExchange({ summary, steps, notes, recorded }) {
  const { id, method, path, status, result, milliseconds, at } = summary;
  const time = new Date(at).toLocaleTimeString([], { hour12: false });
  const copied = make("span", { role: "status", class: "quiet" });
  const copy = make("button", { type: "button" }, "Copy JSON");
  copy.addEventListener("click", () => copyJson(recorded, copied));
  const back = make("button", { type: "button", class: "back" }, "Back to the list");
  back.addEventListener("click", () => goBack());
  pane.replaceChildren(
    make(
      "div",
      { class: "bar" },
      title("The way of a request"),
      make("div", { class: "actions" }, copied, back, copy),
    ),
    make("h3", { id: "detail-request", tabindex: "-1" }, make("b", {}, method), " ", path),
    make(
      "p",
      { class: "outcome" },
      make("strong", { class: status >= 400 ? "bad" : "good" }, `status ${status}`),
      make("span", {}, result === "Direct" ? "past the distribution" : `${result} from cloudfront`),
      make("span", {}, `${shortMilliseconds(milliseconds)} ms`),
      make("span", { class: "quiet" }, `at ${time}, request ${id}`),
    ),
    notes.length === 0 ? "" : noteBox(notes),
    make("ol", { class: "steps" }, steps.map(stepItem)),
  );
  pane.scrollTop = 0;
}

/** Puts the focus on the request's heading. */
export function focusDetail() {
  byId("detail-request")?.focus();
}

function title(text) {
  return make("h2", { id: "detail-title" }, text);
}

function noteBox(notes) {
  return make(
    "div",
    { class: "notes" },
    make("h4", {}, "Worth knowing"),
    make(
      "ul",
      {},
      notes.map((note) => make("li", {}, note)),
    ),
  );
}

async function copyJson(recorded, status) {
  const text = JSON.stringify(recorded, null, 2);
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = "Copied";
  } catch {
    status.textContent = "The browser does not allow it";
  }
}
