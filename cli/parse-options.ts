import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error";

/**
 * Reads options and what stands between them, as `parseArgs` of Node does.
 *
 * @throws a {@link UsageError} that names an unknown option or a missing value
 */
export function parseOptions<const O extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    // Node's sentence, without its advice, and where the options are listed.
    const [sentence = ""] = (error as Error).message.split(/\.\s/);
    const [, option] = /^Option '(\S+)' argument is ambiguous/.exec(sentence) ?? [];
    if (option !== undefined) {
      throw new UsageError(
        `${option} lacks its value; one that starts with "-" is written ${option}=VALUE`,
      );
    }
    const first = `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
    throw new UsageError(`${first}; "npm run help" lists the options`);
  }
}
