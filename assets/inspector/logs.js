// What functions printed and why a service refused something.
import { byId, make } from "./dom.js";

const LIMIT = 200;
const list = byId("log-lines");
let newest = 0;

/** Adds lines, oldest first. */
export function addLogs(lines) {
  for (const { id, address, level, text } of lines) {
    if (id <= newest) continue;
    newest = id;
    list.prepend(
      make(
        "li",
        { class: level === "error" ? "bad" : undefined },
        make("span", { class: "quiet" }, level === "error" ? `${address}, error` : address),
        make("pre", {}, text),
      ),
    );
  }
  while (list.children.length > LIMIT) list.lastChild.remove();
  byId("log-count").textContent = `${list.children.length}`;
}

/** Forgets the lines of a run that is over. */
export function forgetLogs() {
  newest = 0;
  list.replaceChildren();
  byId("log-count").textContent = "none yet";
}
