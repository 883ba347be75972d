/** What happens to one header of a viewer, and which setting decides. */
export interface HeaderDecision {
  readonly sent: boolean;
  readonly rule: string;
}

/** Decides by the lower-case name of a header and the request's method. */
export type HeaderRule = (name: string, method: string) => HeaderDecision;

/** The decision to send a header. */
export function sent(rule: string): HeaderDecision {
  return { sent: true, rule };
}

/** The decision to drop a header. */
export function dropped(rule: string): HeaderDecision {
  return { sent: false, rule };
}
