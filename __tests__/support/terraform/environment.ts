// The environment of a command under test: nothing of the developer's own AWS and Terraform settings.
import { join } from "node:path";

/** Variables by name; undefined takes one away. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Kept, so that the registry is reachable through a company's proxy. */
const KEPT = [
  "PATH",
  "TMPDIR",
  "LANG",
  "HTTPS_PROXY",
  "https_proxy",
  "NO_PROXY",
  "no_proxy",
  "SSL_CERT_FILE",
];

/** What every command gets; `home` takes the place of the user's home. */
export function baseEnvironment(home: string): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(KEPT.map((name) => [name, process.env[name]])),
    HOME: home,
    // Otherwise Terraform reads the user's own file, or complains that the one named is missing.
    TF_CLI_CONFIG_FILE: join(home, "terraform.rc"),
    CHECKPOINT_DISABLE: "1",
    CI: "true",
    NO_COLOR: "1",
    TF_IN_AUTOMATION: "1",
    // The provider comes from a mirror; a cache would copy its 700 MB.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  };
}

/** `TF_CLI_CONFIG_FILE`'s content: the AWS provider from the mirror, others from the registry. */
export function cliConfiguration(mirror: string): string {
  const provider = JSON.stringify("registry.terraform.io/hashicorp/aws");
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = [${provider}]
  }
  direct {
    exclude = [${provider}]
  }
}
`;
}

/** The variables that take credentials away. */
export const NO_CREDENTIALS: Variables = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
};
