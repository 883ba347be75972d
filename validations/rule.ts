// What a lint rule is and what it answers.
import type { SynthesizedStack } from "../synthesized/stack";

/** An error stops `synth`; a warning prints, and is fatal under `--strict`. */
export type Severity = "error" | "warning";

/** Where in a configuration something was seen. */
export interface Place {
  /** Terraform address, such as `aws_cloudfront_distribution.distribution`. */
  readonly address: string;
  /** The nested block meant, such as `origin "api"`; absent when it is the resource itself. */
  readonly part?: string;
}

/** Something a rule forbids: address, part and message read as one sentence. */
export interface Finding extends Place {
  /** What is wrong with the value found, starting with a verb. */
  readonly message: string;
}

/** Something a rule could not decide, since a value is known only after `apply` or outside the file. */
export interface Undecided extends Place {
  /** The value that is not known, such as `origin_path is "${var.path}"`. */
  readonly unknown: string;
}

/** One answer of a rule: forbidden, or not decidable. What is fine has no answer. */
export type CheckResult = Finding | Undecided;

/** One thing that a configuration must not do. */
export interface Rule {
  /** Kebab-case, named after what is forbidden; also the name of the rule's file. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what is forbidden, and why. */
  readonly summary: string;
  /** What to do instead. */
  readonly fix: string;
  /** The page that says so. */
  readonly link: string;
  /** Whether the rule judges texts as they are written, with loops not spelled out. @default false */
  readonly asWritten?: true;
  /** Judges a whole configuration; pure, and never throws on a configuration that is odd. */
  check(stack: SynthesizedStack): readonly CheckResult[];
}

/** Whether an answer says that something is forbidden. */
export function isFinding(result: CheckResult): result is Finding {
  return "message" in result;
}
