// Lines between the cards of the picture, drawn anew whenever the cards move.
import { draw } from "./dom.js";

let observer;

/** Draws the lines that `joins` lists; returns a function that draws them again. */
export function connect(map, joins) {
  const lines = draw("g", { fill: "none" });
  const svg = draw("svg", { class: "lines", "aria-hidden": "true" }, lines);
  map.append(svg);

  const redraw = () => {
    const frame = map.getBoundingClientRect();
    const at = (element) => {
      const box = element.getBoundingClientRect();
      const left = box.left - frame.left + map.scrollLeft;
      const top = box.top - frame.top + map.scrollTop;
      // Where a card is folded or open, its lines meet its title.
      return { left, right: left + box.width, y: top + Math.min(box.height / 2, 22) };
    };
    // The drawing must not be what makes the picture scroll.
    svg.setAttribute("height", 0);
    svg.setAttribute("height", map.scrollHeight);
    svg.setAttribute("width", map.clientWidth);
    const list = joins();
    // Lines of the request come last, above the others.
    const sorted = [...list.filter((one) => !one.isTaken), ...list.filter((one) => one.isTaken)];
    lines.replaceChildren(...sorted.flatMap((join) => lineOf(join, at(join.from), at(join.to))));
  };

  // The viewer and the origins stay in sight while the behaviors scroll.
  map.onscroll = redraw;
  observer?.disconnect();
  observer = new ResizeObserver(redraw);
  observer.observe(map);
  for (const card of map.querySelectorAll(".card")) observer.observe(card);
  return redraw;
}

function lineOf({ isTaken, isSecond }, from, to) {
  const [x1, y1, x2, y2] = [from.right, from.y, to.left, to.y];
  const bend = (x2 - x1) / 2;
  const kind = `${isTaken ? "taken" : ""} ${isSecond ? "second" : ""}`;
  const end = isTaken ? x2 - 7 : x2;
  const curve = draw("path", {
    class: kind,
    d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${end} ${y2}`,
  });
  if (!isTaken) return [curve];
  return [curve, draw("path", { class: "tip", d: `M${x2} ${y2}l-9 -5v10z` })];
}
