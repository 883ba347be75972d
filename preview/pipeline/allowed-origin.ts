const PATTERN = /^(?:(https?):\/\/)?([^:/]+)(?::([\d*]+))?$/i;
const DEFAULT_PORT: Readonly<Record<string, string>> = { http: "80", https: "443" };

/**
 * Whether an entry of `access_control_allow_origins` covers an Origin header. `*` covers all;
 * `*.example.org` every name below it; without a scheme both; without a port only origins that
 * name none; `*` in the port stands for digits (our reading: `:*` also covers "no port").
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
export function coversOrigin(entry: string, origin: string): boolean {
  if (entry === "*") return true;
  const wanted = PATTERN.exec(entry);
  const given = PATTERN.exec(origin);
  if (wanted === null || given === null) return false;
  const [, scheme, host = "", port] = wanted;
  const [, givenScheme = "", givenHost = "", givenPort] = given;
  if (scheme !== undefined && scheme.toLowerCase() !== givenScheme.toLowerCase()) return false;
  if (!coversHost(host.toLowerCase(), givenHost.toLowerCase())) return false;
  if (port === undefined) return givenPort === undefined;
  const actual = givenPort ?? DEFAULT_PORT[givenScheme.toLowerCase()] ?? "";
  return new RegExp(`^${port.replaceAll("*", "\\d*")}$`).test(actual);
}

/** Whether an entry covers an origin only if a port with `*` stands for "no port", too. */
export function coversByOpenPort(entry: string, origin: string): boolean {
  const port = PATTERN.exec(entry)?.[3];
  return port?.includes("*") === true && PATTERN.exec(origin)?.[3] === undefined;
}

function coversHost(wanted: string, given: string): boolean {
  if (!wanted.startsWith("*.")) return wanted === given;
  const suffix = wanted.slice(1);
  return given.endsWith(suffix) && given.length > suffix.length;
}
