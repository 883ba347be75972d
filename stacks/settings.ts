// The door: environment variables in, complete and checked settings out.
import { readApi } from "./settings/api";
import { type BeanstalkSettings, readBeanstalk } from "./settings/beanstalk";
import { bucket } from "./settings/bucket";
import { type DomainSettings, readDomain } from "./settings/domain";
import { type HttpsOriginEntry, readHttpsOrigins } from "./settings/https-origin";
import { refuseLineEnds } from "./settings/line-ends";
import { readSpaAlb, type SpaAlbSettings } from "./settings/load-balancer";
import { type OperationsSettings, readOperations } from "./settings/operations";
import { OPTIONAL_STACKS } from "./settings/optional-stacks";
import { type ReverseProxySettings, readReverseProxy } from "./settings/reverse-proxy";
import { readState, type StateSettings } from "./settings/state";
import { choice, type Environment, REGION, text } from "./settings/variables";

/** What one deployment may change. Everything else is decided in code. */
export interface Settings {
  /** Region of everything but what CloudFront wants in us-east-1. */
  readonly region: string;
  /** First part of every name. */
  readonly project: string;
  /** Separates names, state and tags, so that several environments live in one account. */
  readonly environment: string;
  /** Folder of the built single-page app, relative to the project. */
  readonly siteFolder: string;
  /** Folder of the API's Lambda handler, with an `index.mjs`. */
  readonly apiHandler: string;
  /** Path pattern of the requests that CloudFront sends to the API. */
  readonly apiPattern: string;
  /** Name of the API's stage; without an origin path it equals the pattern's first segment. */
  readonly apiStage: string;
  /**
   * Which of the viewer's headers the API gets: those that CloudFront sends without being told, which
   * leaves out `Authorization` of GET and HEAD requests, or all but `Host`.
   */
  readonly apiHeaders: "usual" | "all";
  /** Name of the frontend bucket; Terraform makes one up when it is not set. */
  readonly frontendBucket?: string;
  readonly state: StateSettings;
  /** Domain names by stack; a stack without one has its `*.cloudfront.net` name alone. */
  readonly domains: Readonly<Partial<Record<DomainStack, DomainSettings>>>;
  readonly operations: OperationsSettings;
  /** The value of the origin lock that CloudFront sends, when the origins are locked. */
  readonly originLock: "off" | "a" | "b";
  /** Whether a changed file's copies are dropped by Terraform itself, which needs Terraform 1.14. */
  readonly invalidation: "off" | "terraform-action";
  /** Stacks that are there when their settings are. */
  readonly reverseProxy?: ReverseProxySettings;
  readonly spaAlb?: SpaAlbSettings;
  readonly beanstalk?: BeanstalkSettings;
  readonly httpsOrigins?: readonly HttpsOriginEntry[];
}

/** Stacks with one distribution, by the start of their variables. */
const DOMAIN_STACKS = {
  "spa-api": "SPA_API",
  "reverse-proxy": "REVERSE_PROXY",
  "spa-alb": "SPA_ALB",
  "https-origin": "HTTPS_ORIGIN",
} as const;

type DomainStack = keyof typeof DOMAIN_STACKS;

const NAME = {
  pattern: /^[a-z][a-z0-9-]{0,14}[a-z0-9]$/,
  words:
    "must be 2-16 lower-case letters, digits or hyphens, starting with a letter and not ending with a hyphen",
};

/**
 * Reads settings from environment variables. Set but empty counts as not set.
 *
 * @throws with the variable's name, the value found and what to do
 */
export function readSettings(environment: Environment): Settings {
  return readChecked(refuseLineEnds(environment));
}

function readChecked(env: Environment): Settings {
  const regionName = env.AWS_REGION ? "AWS_REGION" : "AWS_DEFAULT_REGION";
  const region = text(env, regionName, "us-east-1", REGION);
  const project = text(env, "PROJECT", "one-origin", NAME);
  const environment = text(env, "ENVIRONMENT", "dev", NAME);
  const settings = present({
    region,
    project,
    environment,
    siteFolder: env.SITE_DIR || "assets/site",
    apiHandler: env.API_HANDLER || "assets/handlers/api",
    ...readApi(env),
    frontendBucket: env.FRONTEND_BUCKET ? bucket(env, "FRONTEND_BUCKET", "") : undefined,
    state: readState(env, { region, project, environment }),
    domains: readDomains(env),
    operations: readOperations(env),
    originLock: choice(env, "ORIGIN_LOCK", ["off", "a", "b"], "off"),
    invalidation: choice(env, "INVALIDATION", ["off", "terraform-action"], "off"),
    reverseProxy: readReverseProxy(env),
    spaAlb: readSpaAlb(env),
    beanstalk: readBeanstalk(env),
    httpsOrigins: readHttpsOrigins(env),
  });
  refuseUnused(env, settings);
  refuseCircle(settings);
  return settings;
}

/** Names for a stack that is not there would be forgotten without a word. */
function refuseUnused(
  env: Environment,
  { domains, httpsOrigins, reverseProxy, spaAlb }: Settings,
): void {
  const absent = [
    ["REVERSE_PROXY_DOMAIN_NAMES", domains["reverse-proxy"], reverseProxy, "reverse-proxy"],
    ["API_DOMAIN", env.API_DOMAIN, reverseProxy, "reverse-proxy"],
    ["SPA_ALB_DOMAIN_NAMES", domains["spa-alb"], spaAlb, "spa-alb"],
    ["ALB_ORIGIN_DOMAIN", env.ALB_ORIGIN_DOMAIN, spaAlb, "spa-alb"],
    ["HTTPS_ORIGIN_DOMAIN_NAMES", domains["https-origin"], httpsOrigins, "https-origin"],
  ] as const;
  for (const [variable, value, settings, stack] of absent) {
    if (!value || settings !== undefined) continue;
    throw new Error(
      `${variable} is set, but its stack is not there; set ${OPTIONAL_STACKS[stack]}, or leave it out`,
    );
  }
}

/** The API's own domain is an origin; CloudFront would ask itself. */
function refuseCircle({ domains, reverseProxy }: Settings): void {
  const name = reverseProxy?.apiDomain?.name;
  if (name === undefined || !domains["reverse-proxy"]?.names.includes(name)) return;
  throw new Error(
    `API_DOMAIN and REVERSE_PROXY_DOMAIN_NAMES both have "${name}"; the API needs a name of its own`,
  );
}

function readDomains(env: Environment): Settings["domains"] {
  const domains = Object.entries(DOMAIN_STACKS).map(
    ([stack, prefix]) => [stack, readDomain(env, prefix)] as const,
  );
  return Object.fromEntries(domains.filter(([, domain]) => domain !== undefined));
}

/** Leaves out what is undefined. */
function present(settings: Settings): Settings {
  const entries = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Settings;
}
