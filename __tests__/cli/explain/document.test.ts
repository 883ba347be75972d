import { readFileSync } from "node:fs";
import { join } from "node:path";

const read = (path: string): string => readFileSync(join(__dirname, "../../..", path), "utf8");

it("docs/explain.md has every step and every name of a trace", () => {
  const page = read("docs/explain.md");
  const trace = read("preview/trace.ts");
  const steps = [...trace.matchAll(/readonly step: "([^"]+)"/g)].map(([, name]) => name);
  const names = [...trace.matchAll(/^ +(?:readonly )?([a-zA-Z]+)\??:/gm)].map(([, name]) => name);
  expect(steps.length).toBeGreaterThan(10);
  expect(names.length).toBeGreaterThan(30);
  expect(
    [...new Set([...steps, ...names])].filter((name) => !page.includes(`\`${name}\``)),
  ).toEqual([]);
});
