/** The command line asks for something that does not exist: exit code 2, nothing was done. */
export class UsageError extends Error {}
