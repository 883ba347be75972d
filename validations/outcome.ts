// The answers of a rule about one place, before they carry the place's address.
import { UNKNOWN, type Unknown } from "./facts/value";
import type { CheckResult, Place } from "./rule";

/** A violation or an open question about one place. */
export type Outcome = { readonly message: string } | { readonly unknown: string };

/** What a rule says about one place; `undefined` and an empty list mean that it is fine. */
export type Outcomes = Outcome | readonly Outcome[] | undefined;

/** The place breaks the rule; the message starts with a verb and names the value found. */
export function violation(message: string): Outcome {
  return { message };
}

/** The rule cannot tell; says which value is missing. */
export function undecided(unknown: string): Outcome {
  return { unknown };
}

/**
 * Judges a value that may be unknown.
 *
 * @param what names the value in the count of undecided answers
 * @param judge returns the message of a violation, or `undefined` when the value is fine
 */
export function decide<T>(
  value: T | Unknown,
  what: string,
  judge: (known: T) => string | undefined,
): Outcomes {
  if (value === UNKNOWN) return undecided(what);
  const message = judge(value);
  return message === undefined ? undefined : violation(message);
}

/** Joins the answers of several questions about one place. */
export function all(...outcomes: readonly Outcomes[]): readonly Outcome[] {
  return outcomes.flatMap((outcome) => outcome ?? []);
}

/** Gives answers the place they are about. */
export function at(place: Place, outcomes: Outcomes): CheckResult[] {
  return all(outcomes).map((outcome) => ({ ...place, ...outcome }));
}
