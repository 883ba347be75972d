// Wires the form, the requests and the comparison together.
import { compare } from "./compare.js";
import { PATHS, REQUESTS } from "./requests.js";
import { runAll, runAndShow } from "./run-all.js";
import { createSession } from "./session.js";
import { initialSettings, loadConfig } from "./settings.js";
import { comparison } from "./view/comparison.js";
import { el } from "./view/elements.js";
import { requestCard } from "./view/request-card.js";
import { settingsForm } from "./view/settings-form.js";
import { stoppable } from "./view/stoppable.js";

const NO_CUSTOM_DOMAIN =
  "This deployment has no custom domain for the API, so there is nothing to send here. If yours has one, enter its endpoint in the settings.";

const byId = (id) => document.getElementById(id);
const tell = (id, text) => {
  byId(id).textContent = text;
};

const pageOrigin = location.origin;
const config = await loadConfig();
const form = settingsForm(byId("form"), config, drawPaths);
const session = createSession({ form, config, pageOrigin });

const items = PATHS.flatMap((path) =>
  REQUESTS.map((request) => {
    const item = { path, request };
    item.card = requestCard({ path, request, onRun: (way) => void runOne(item, way) });
    return item;
  }),
);

async function runOne(item, way) {
  tell("status", (await runAndShow(session, item, way)).text);
}

/** Whether a path can be used: the custom domain's only when there is one. */
function isUsable({ endpoint }) {
  return endpoint === "api" || form.values()[endpoint] !== "";
}

let drawn;

function drawPaths() {
  const usable = PATHS.filter(isUsable);
  // Moving a button under a pressed mouse would lose the click.
  if (drawn === usable.length) return;
  drawn = usable.length;
  byId("paths").replaceChildren(...PATHS.map(drawPath));
  const select = byId("compare-path");
  const chosen = select.value;
  select.replaceChildren(...usable.map(({ id }) => new Option(`/${id}`, id)));
  if (usable.some(({ id }) => id === chosen)) select.value = chosen;
}

function drawPath(path) {
  const content = isUsable(path)
    ? items.filter((item) => item.path === path).map(({ card }) => card.element)
    : [el("p", { className: "note" }, NO_CUSTOM_DOMAIN)];
  const code = el("code", {}, `/${path.id}/*`);
  const title = el("h3", { id: path.id }, `${path.title} `, code);
  return el("section", { "aria-labelledby": path.id }, title, ...content);
}

async function runAllNow(signal) {
  tell("status", "Sending each request both ways.");
  tell(
    "status",
    await runAll(
      session,
      items.filter(({ path }) => isUsable(path)),
      signal,
    ),
  );
}

async function compareNow(signal) {
  const path = PATHS.find(({ id }) => id === byId("compare-path").value);
  const request = REQUESTS.find(({ id }) => id === byId("compare-request").value);
  const item = { path, request };
  const hint = session.obstacle(item, "edge") ?? session.obstacle(item, "direct");
  tell("compare-status", hint ?? "Opening the connections.");
  byId("compare-result").replaceChildren();
  if (hint !== null) return;
  let explanation = null;
  const sendOne = async (way) => {
    const shown = await session.run(item, way, signal);
    if (shown.result.status === null) explanation = shown.explanation;
    return shown.result;
  };
  const results = await compare(sendOne, (done, total) => {
    // A screen reader would read out every step.
    if (done % 10 === 0) tell("compare-status", `${done} of ${total} calls.`);
  });
  const { element, text } = comparison(results, explanation);
  byId("compare-result").replaceChildren(element);
  tell("compare-status", text);
}

function drawNotes() {
  const isHere = config !== null;
  tell(
    "config-note",
    isHere
      ? "Filled in from this deployment's config.json."
      : "There is no config.json here, as on a development server. Enter the stack's outputs; each field says what it looks like.",
  );
  byId("endpoints").open = !isHere || !form.check();
  byId("cors-note").hidden = config?.cors !== false;
}

// The browser would stop recording times after 250 calls.
performance.setResourceTimingBufferSize(10_000);
byId("compare-request").replaceChildren(...REQUESTS.map(({ id, title }) => new Option(title, id)));
byId("compare-request").value = "allow";
form.fill(initialSettings(config, pageOrigin));
drawNotes();
drawPaths();
const startAll = stoppable(byId("run-all"), runAllNow, () => tell("status", "Stopped."));
const startComparison = stoppable(byId("compare-run"), compareNow, () =>
  tell("compare-status", "Stopped."),
);
byId("run-all").addEventListener("click", () => void startAll());
byId("compare-form").addEventListener("submit", (event) => {
  event.preventDefault();
  void startComparison();
});
// Not before: without its listener the comparison's form would load the page again.
for (const id of ["run-all", "compare-run"]) byId(id).disabled = false;
