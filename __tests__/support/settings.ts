// Settings for tests: the defaults, whatever the machine's environment holds.
import { readSettings, type Settings } from "../../stacks/settings";

/** The default settings with some of them replaced. */
export function testSettings(changes: Partial<Settings> = {}): Settings {
  return { ...readSettings({}), ...changes };
}
