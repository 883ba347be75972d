// Two applies at once on one state lose resources.
import { blocks } from "../../synthesized/stack";
import { flagOf, textOf } from "../facts/value";
import { at, decide } from "../outcome";
import type { Rule } from "../rule";

/** A DynamoDB table is the older lock, and accepted. */
export const noUnlockedState: Rule = {
  id: "no-unlocked-state",
  severity: "error",
  summary: "State in S3 must not be without a lock.",
  fix: "Set use_lockfile = true in the backend (Terraform 1.10 or later).",
  link: "https://developer.hashicorp.com/terraform/language/backend/s3#state-locking",
  check: (stack) =>
    blocks(blocks(stack.terraform?.backend)[0]?.s3).flatMap((s3) => {
      if (textOf(stack, s3.dynamodb_table) !== undefined) return [];
      const outcomes = decide(flagOf(stack, s3.use_lockfile), "use_lockfile", (isOn) =>
        isOn === true
          ? undefined
          : `has use_lockfile ${String(isOn ?? null)} and no dynamodb_table`,
      );
      return at({ address: "terraform.backend.s3" }, outcomes);
    }),
};
