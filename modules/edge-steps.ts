// The edge steps that come with the project; their code is in `assets/functions`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Token } from "cdktf";
import type { EdgeStep } from "./private/edge-code";

export type { EdgeStep } from "./private/edge-code";

/**
 * Loads the app for deep links: a path without a file extension gets `/index.html`; a missing file
 * stays an error. It belongs on the behavior of the single-page app and on no other, so the API's
 * 403 and 404 stay what they are.
 */
export function spaFallback(): EdgeStep {
  return step("spaFallback", "spa-fallback");
}

/** Sends viewers of some host names, `*.` for a whole domain, to another with a 301, keeping path and query. */
export function redirectHosts(others: readonly string[], first: string): EdgeStep {
  return step("redirectHosts", "redirect-hosts", { OTHER_HOSTS: others, FIRST_HOST: first });
}

/**
 * Takes a prefix off the path before the origin sees it: `/api/users` becomes `/users`.
 *
 * @param prefix starts with `/` and does not end with it
 */
export function stripPrefix(prefix: string): EdgeStep {
  if (!/^\/[^*?]*[^/*?]$/.test(prefix)) {
    throw new Error(
      `the prefix must start with "/", not end with it and hold no wildcard, got "${prefix}"`,
    );
  }
  return step("stripPrefix", "strip-prefix", { PREFIX: prefix });
}

/**
 * Asks for a name and a password, for sites that are not public yet. It takes `Authorization` for
 * itself, so it does not fit behaviors whose API needs that header.
 *
 * @param credentials `name:password` in base64, from a sensitive variable or a parameter: a literal
 *   would stand in the synthesized JSON and is refused
 */
export function basicAuth(credentials: string): EdgeStep {
  if (!Token.isUnresolved(credentials)) {
    throw new Error(
      "the credentials of basicAuth must come from a sensitive Terraform variable or a parameter, not from a literal that would stand in the synthesized JSON",
    );
  }
  return step("basicAuth", "basic-auth", { CREDENTIALS: credentials });
}

/** Constants may be tokens: JSON keeps them whole. */
function step(
  name: string,
  file: string,
  constants: Readonly<Record<string, unknown>> = {},
): EdgeStep {
  const code = readFileSync(join("assets", "functions", `${file}.js`), "utf8");
  const declared = Object.entries(constants).map(
    ([constant, value]) => `var ${constant} = ${JSON.stringify(value)};`,
  );
  return { name, code: [...declared, code].join("\n") };
}
