/** The command line asks for something that does not exist: exit code 2, nothing was done. */
export class UsageError extends Error {}

/** What Node's parser of arguments says, without its advice, and where the options are listed. */
export function toUsageError(error: unknown): UsageError {
  const [sentence = ""] = (error as Error).message.split(/\.\s/);
  const [, option] = /^Option '(\S+)' argument is ambiguous/.exec(sentence) ?? [];
  if (option !== undefined) {
    return new UsageError(
      `${option} lacks its value; one that starts with "-" is written ${option}=VALUE`,
    );
  }
  const first = `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
  return new UsageError(`${first}; "npm run help" lists the options`);
}
