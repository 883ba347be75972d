import type { Finished } from "./run-command";

/** Expects commands to have succeeded; a failure shows the end of what the command said. */
export function expectSuccess(...commands: readonly Finished[]): void {
  const said = commands.map(({ code, output }) => (code === 0 ? "" : output.slice(-4000)));
  expect(said).toEqual(commands.map(() => ""));
}
