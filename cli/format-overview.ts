// Lays out what a configuration would create, in plain text of at most 80 columns.
import type { BehaviorOverview } from "../synthesized/overview/behavior";
import type { DistributionOverview, Overview, TypeCount } from "../synthesized/overview/overview";
import { columns } from "./columns";
import { terminalText } from "./preview/terminal-text";

/** How to write. */
export interface FormatOptions {
  /** Whether the terminal shows bold letters. */
  readonly color: boolean;
}

/** One configuration under its name. */
export function formatOverview(name: string, shown: Overview, { color }: FormatOptions): string {
  const total = shown.resources.reduce((sum, { count }) => sum + count, 0);
  const title = terminalText(`${name}: ${total} ${total === 1 ? "resource" : "resources"}`);
  const rest = [
    ...columns("  ", [["state", shown.state]]),
    ...section("resources", counts(shown.resources)),
    ...section("reads", counts(shown.dataSources)),
    ...shown.distributions.flatMap(formatDistribution),
    ...section(
      "outputs",
      columns(
        "    ",
        shown.outputs.map((output) => [output.name, output.value]),
      ),
    ),
  ];
  const lines = [color ? `\u001b[1m${title}\u001b[22m` : title, ...rest.map(terminalText)];
  return lines.join("\n");
}

function counts(types: readonly TypeCount[]): string[] {
  return types.map(({ type, count }) => `    ${String(count).padStart(4)}  ${type}`);
}

function formatDistribution({
  address,
  aliases,
  origins,
  behaviors,
}: DistributionOverview): string[] {
  return [
    "",
    `  ${address}`,
    ...(aliases.length === 0 ? [] : columns("    ", [["aliases", aliases.join(", ")]])),
    "    origins",
    ...columns(
      "      ",
      origins.flatMap(({ id, domain, protocol }) => [
        [id, domain] as const,
        ["", protocol] as const,
      ]),
    ),
    "    behaviors, in the order CloudFront tries them",
    ...columns("      ", behaviors.flatMap(behaviorRows)),
  ];
}

function behaviorRows(behavior: BehaviorOverview): (readonly [string, string])[] {
  const { pathPattern, originId, viewerProtocolPolicy, methods, caching, functions } = behavior;
  return [
    [pathPattern, `-> ${originId}: ${viewerProtocolPolicy}, ${methods}, ${caching}`],
    ...functions.map((it) => ["", it] as const),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", `  ${title}`, ...lines];
}
