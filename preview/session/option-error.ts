/** An option of a session names something that the stack does not have. */
export class OptionError extends Error {}
