/**
 * Makes an element. Properties are the element's own (`className`, `id`, `onclick`); names with a
 * hyphen and `role` become attributes. Texts are texts, never markup.
 */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "scope") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A time for people: whole milliseconds. */
export const ms = (milliseconds) => `${Math.round(milliseconds)} ms`;

/** A table of names and values; names head their rows. */
export function facts(caption, rows) {
  return el(
    "table",
    { className: "facts" },
    el("caption", {}, caption),
    el(
      "tbody",
      {},
      ...rows.map(([name, value]) =>
        el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, value)),
      ),
    ),
  );
}
