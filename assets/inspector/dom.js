// Elements from data. Text never becomes markup: strings are appended as text nodes.

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element; `undefined` and `false` attributes are left out. */
export function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Makes an element of a drawing. */
export function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== ""));
  return element;
}

/** The element with an id. */
export function byId(id) {
  return document.getElementById(id);
}

/** A list of labels and texts. */
export function factItems(facts) {
  return facts.map(({ label, text }) =>
    make("div", {}, make("dt", {}, label), make("dd", {}, text)),
  );
}
