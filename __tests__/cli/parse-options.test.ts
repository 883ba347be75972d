import { parseOptions } from "../../cli/parse-options";
import { UsageError } from "../../cli/usage-error";

const OPTIONS = { config: { type: "string" }, json: { type: "boolean" } } as const;

describe("parseOptions", () => {
  it("reads options and what stands between them", () => {
    const { values, positionals } = parseOptions(["a", "--config=f.json", "b", "--json"], OPTIONS);
    expect(values).toEqual({ config: "f.json", json: true });
    expect(positionals).toEqual(["a", "b"]);
  });

  it.each([
    [["--nope"], "unknown option '--nope'; \"npm run help\" lists the options"],
    [["--config"], /option '--config <value>' argument missing; "npm run help"/],
    [["--json=yes"], /option '--json' does not take an argument; "npm run help"/],
  ])("refuses %j in one line that says where the options are listed", (args, message) => {
    expect(() => parseOptions(args, OPTIONS)).toThrow(UsageError);
    expect(() => parseOptions(args, OPTIONS)).toThrow(message);
  });
});
