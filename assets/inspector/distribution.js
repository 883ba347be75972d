// The picture of the distribution: viewer, behaviors in their order, origins, and what joins them.
import { connect } from "./connectors.js";
import { byId, factItems, make } from "./dom.js";

/** With more behaviors than this, their settings start folded. */
const FOLD_ABOVE = 4;

const map = byId("map");
let behaviors = [];
let origins = [];
let route = {};
let redraw = () => {};

/** Draws a stack. */
export function showDistribution(stack) {
  byId("facts").replaceChildren(...factItems(stack.facts));
  byId("warnings").replaceChildren(...warningList(stack.warnings));
  const isFolded = stack.behaviors.length > FOLD_ABOVE;
  behaviors = stack.behaviors.map((one, index) => ({
    ...one,
    ...card(behaviorTitle(one, index), one, isFolded),
  }));
  origins = stack.origins.map((one) => ({
    ...one,
    ...card(originTitle(one), one, isFolded),
  }));
  const viewer = make("div", { class: "card viewer" }, "Viewer");
  map.replaceChildren(
    make("div", { class: "column first" }, viewer),
    make(
      "div",
      { class: "column" },
      make("h3", {}, "Behaviors, in order"),
      make(
        "ol",
        {},
        behaviors.map(({ item }) => item),
      ),
    ),
    make(
      "div",
      { class: "column last" },
      make("h3", {}, "Origins"),
      make(
        "ul",
        {},
        origins.map(({ item }) => item),
      ),
    ),
  );
  redraw = connect(map, () => joins(viewer));
  markRoute(route);
}

/** Marks the behavior and the origin of a request; nothing for an empty route. */
export function markRoute(next) {
  route = next;
  for (const { pattern, item, badge } of behaviors) {
    mark(item, badge, [
      pattern === route.behavior && "took this request",
      pattern === route.errorPage && "error page",
    ]);
  }
  for (const { id, item, badge } of origins) {
    const answered = route.asked ? "was asked" : "answered before";
    mark(item, badge, [
      id === route.origin && answered,
      (route.failed ?? []).includes(id) && "failed",
    ]);
  }
  const taken = behaviors.find(({ pattern }) => pattern === route.behavior);
  if (taken) bringIntoView(taken.item);
  redraw();
}

function mark(item, badge, reasons) {
  const texts = reasons.filter(Boolean);
  item.classList.toggle("taken", texts.length > 0);
  badge.textContent = texts.join(", ");
}

/** Scrolls the picture, never the page. */
function bringIntoView(item) {
  const [box, frame] = [item.getBoundingClientRect(), map.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) map.scrollTop += box.top - frame.top - 40;
}

function joins(viewer) {
  return behaviors.flatMap(({ pattern, originIds, item }) => {
    const isTaken = pattern === route.behavior;
    const toOrigins = originIds.flatMap((id, index) => {
      const origin = origins.find((one) => one.id === id);
      if (origin === undefined) return [];
      const isRoute = isTaken && (id === route.origin || (route.failed ?? []).includes(id));
      return [{ from: item, to: origin.item, isTaken: isRoute, isSecond: index > 0 }];
    });
    return [{ from: viewer, to: item, isTaken, isSecond: false }, ...toOrigins];
  });
}

function card(title, { facts, brief }, isFolded) {
  const badge = make("span", { class: "badge" });
  const item = make(
    "li",
    { class: "card" },
    make(
      "details",
      { open: !isFolded },
      make("summary", {}, title, " ", badge, " ", make("span", { class: "brief" }, brief)),
      make("dl", { class: "facts" }, factItems(facts)),
    ),
  );
  return { item, badge };
}

function behaviorTitle({ pattern, isDefault, target }, index) {
  return make(
    "span",
    { class: "title" },
    make("span", { class: "order" }, `${index + 1}`),
    make("b", {}, pattern),
    isDefault ? make("span", { class: "quiet" }, " default") : "",
    make("span", { class: "target quiet" }, ` → ${target}`),
  );
}

function originTitle({ id, domainName }) {
  return make(
    "span",
    { class: "title" },
    make("b", {}, id),
    id === domainName ? "" : make("span", { class: "domain quiet" }, domainName),
  );
}

function warningList(warnings) {
  if (warnings.length === 0) return [];
  return [
    make(
      "ul",
      { class: "notes" },
      warnings.map((text) => make("li", {}, text)),
    ),
  ];
}
