import type { Session } from "../session";
import type { Subscriptions } from "../session/events";

/** What the inspector shows of a running stack. */
export type InspectedSession = Pick<
  Session,
  "model" | "placeOf" | "warnings" | "apis" | "redactor"
>;

/** Where the inspector gets what it shows. Exchanges must come without secrets. */
export interface InspectorFeed {
  /** Outlives a session, so that the list stays when the stack is synthesized again. */
  readonly events: Subscriptions;
  /** The session that runs now. */
  readonly session: () => InspectedSession;
  /**
   * Where viewers reach the distribution, such as `https://localhost:8443`.
   *
   * @default - none is shown
   */
  readonly urls?: () => readonly string[];
  /**
   * What a reader should know beside the session's own warnings.
   *
   * @default - nothing
   */
  readonly warnings?: () => readonly string[];
}
