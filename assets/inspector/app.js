// The inspector: joins the stream, the list, the detail and the picture.
import { markRoute, showDistribution } from "./distribution.js";
import { byId, make } from "./dom.js";
import { currentFilter, offerBehaviors, openFilters } from "./filters.js";
import { addLogs, forgetLogs } from "./logs.js";
import { focusDetail, openDetail, showExchange, showHint, showProblem } from "./request-detail.js";
import {
  addRequests,
  countRequests,
  filterRequests,
  focusList,
  openList,
  removeRequests,
  sayBelowList,
} from "./request-list.js";
import { openStream } from "./stream.js";

const LIMIT = 500;
/** Milliseconds between two announcements of the number of requests. */
const ANNOUNCE_EVERY = 500;

let isPaused = false;
let waiting = [];
let urls = [];
let asked = new AbortController();
let announcement;

/** Asks the preview. @throws in words when it does not answer */
async function ask(path, options) {
  try {
    return await fetch(path, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("The preview does not answer. Start it again, and this page goes on.");
  }
}

async function loadStack() {
  const response = await ask("/stack.json").catch(() => undefined);
  if (response === undefined) return; // the stream begins anew with the preview
  const stack = await response.json();
  urls = stack.urls;
  byId("stack").textContent = `${stack.address}, ${stack.domainName}`;
  byId("urls").replaceChildren(
    ...urls.map((href) => make("a", { href, target: "_blank", rel: "noopener" }, href)),
  );
  offerBehaviors(stack.behaviors);
  showDistribution(stack);
  announce();
}

async function select(id) {
  asked.abort();
  asked = new AbortController();
  try {
    const response = await ask(`/exchanges/${id}.json`, { signal: asked.signal });
    if (!response.ok) throw new Error(await response.text());
    const exchange = await response.json();
    showExchange(exchange);
    markRoute(exchange.route);
  } catch (error) {
    if (error.name !== "AbortError") showProblem(error.message);
  }
}

function receive(requests) {
  if (isPaused) waiting = [...waiting, ...requests].slice(-LIMIT);
  else addRequests(requests);
  announce();
}

/** Says how many requests there are: not too often for a screen reader. */
function announce() {
  if (announcement !== undefined) return;
  announcement = setTimeout(() => {
    announcement = undefined;
    const { all, shown } = countRequests();
    const more = waiting.length === 0 ? "" : `, ${waiting.length} waiting`;
    byId("count").textContent = shown === all ? `${all}${more}` : `${shown} of ${all}${more}`;
    if (all === 0) sayBelowList(...invitation());
    else sayBelowList(shown === 0 ? "No request passes the filters." : "");
  }, ANNOUNCE_EVERY);
}

function invitation() {
  const [url] = urls;
  if (url === undefined) return ["No requests yet."];
  const link = make("a", { href: url, target: "_blank", rel: "noopener" }, url);
  return ["No requests yet. Open ", link, " and they appear here."];
}

function pause() {
  isPaused = !isPaused;
  byId("pause").setAttribute("aria-pressed", String(isPaused));
  byId("pause").textContent = isPaused ? "Resume" : "Pause";
  if (!isPaused) {
    addRequests(waiting);
    waiting = [];
  }
  announce();
}

function forget(to) {
  removeRequests(to);
  waiting = waiting.filter(({ id }) => id > to);
  announce();
}

async function clear() {
  try {
    await ask("/clear", { method: "POST" });
    showHint();
    markRoute({});
  } catch (error) {
    showProblem(error.message);
  }
}

openFilters(() => {
  filterRequests(currentFilter());
  announce();
});
openList(select, focusDetail);
openDetail(focusList);
byId("pause").addEventListener("click", pause);
byId("clear").addEventListener("click", clear);
openStream({
  connection: (text) => {
    byId("connection").textContent = text;
    byId("connection").classList.toggle("bad", text !== "Live");
  },
  hello({ isNew, clearedTo }) {
    if (isNew) {
      removeRequests();
      forgetLogs();
      waiting = [];
    } else forget(clearedTo);
    void loadStack();
  },
  stack: () => void loadStack(),
  cleared: ({ to }) => forget(to),
  exchanges: receive,
  logs: addLogs,
});
