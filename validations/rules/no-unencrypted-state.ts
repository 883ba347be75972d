// State holds secrets in plain text.
import { blocks } from "../../synthesized/stack";
import { flagOf } from "../facts/value";
import { at, decide } from "../outcome";
import type { Rule } from "../rule";

/** Buckets encrypt by default today; `encrypt` makes Terraform ask for it. */
export const noUnencryptedState: Rule = {
  id: "no-unencrypted-state",
  severity: "error",
  summary: "State in S3 must not be written without asking for encryption.",
  fix: "Set encrypt = true in the backend.",
  link: "https://developer.hashicorp.com/terraform/language/backend/s3#configuration",
  check: (stack) =>
    blocks(blocks(stack.terraform?.backend)[0]?.s3).flatMap(({ encrypt }) =>
      at(
        { address: "terraform.backend.s3" },
        decide(flagOf(stack, encrypt), "encrypt", (isOn) =>
          isOn === true ? undefined : `has encrypt ${String(isOn ?? null)}`,
        ),
      ),
    ),
};
