// A backend's settings are copied into .terraform and into saved plans.
import { blocks } from "../../synthesized/stack";
import { textOf } from "../facts/value";
import { at, decide } from "../outcome";
import type { Rule } from "../rule";

/** Values are never shown. */
export const noCredentialsInBackend: Rule = {
  id: "no-credentials-in-backend",
  severity: "error",
  summary: "A backend must not have credentials in its settings.",
  fix: "Leave access_key, secret_key and token out; give them by environment, profile or role.",
  link: "https://developer.hashicorp.com/terraform/language/backend/s3#credentials-and-shared-configuration",
  check: (stack) =>
    blocks(blocks(stack.terraform?.backend)[0]?.s3).flatMap((s3) =>
      ["access_key", "secret_key", "token"].flatMap((name) =>
        at(
          { address: "terraform.backend.s3" },
          decide(textOf(stack, s3[name]), name, (value) =>
            value === undefined ? undefined : `has ${name} in its settings`,
          ),
        ),
      ),
    ),
};
