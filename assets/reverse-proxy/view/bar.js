import { el } from "./elements.js";

/**
 * A bar for a call's time, as wide as its share of the longest. It repeats what stands beside it in
 * numbers, so screen readers skip it.
 */
export function bar(result, longest) {
  const made = el("div", { className: "bar", "aria-hidden": "true" });
  for (const [kind, length] of Object.entries(pieces(result))) {
    const piece = el("span", { className: kind });
    piece.style.width = `${(length / longest) * 100}%`;
    made.append(piece);
  }
  return made;
}

function pieces({ milliseconds, phases, preflight }) {
  if (!phases) return { total: milliseconds };
  const wait = phases.wait + phases.download;
  if (!preflight.isSeen) return { connect: phases.before + phases.connect, wait };
  return { preflight: phases.before, connect: phases.connect, wait };
}
