import type { HeaderList } from "../messages";
import type { OriginChange, OriginSettings } from "./edge-function";
import { InvalidResult } from "./invalid-result";
import {
  certificateNamesOf,
  customHeadersOf,
  domainNameOf,
  hostIn,
  numberIn,
  originPathOf,
  portOf,
  sslProtocolsOf,
} from "./origin-settings";
import { flagOf, type Properties, propertiesOf, requireAll, wordOf } from "./properties";
import type { OriginCall } from "./sandbox/built-ins/cloudfront-module";

/**
 * The change that a CloudFront function's calls make to the request's origin; the last call counts.
 * `incoming` are the headers of the viewer's request: no custom header may have a name of theirs.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
export function toOriginChange(
  calls: readonly OriginCall[],
  incoming: HeaderList,
): OriginChange | undefined {
  const last = calls.at(-1);
  if (last === undefined) return undefined;
  const [first, second] = last.args;
  if (last.method === "updateRequestOrigin") {
    const settings = toSettings(propertiesOf("updateRequestOrigin()", first), incoming);
    return { kind: "settings", settings };
  }
  if (last.method === "selectRequestOriginById")
    return { kind: "origin", ...toMember(first, second) };
  return toGroup(propertiesOf("createRequestOriginGroup()", first));
}

function toGroup({ originIds, failoverCriteria }: Properties): OriginChange {
  if (!Array.isArray(originIds) || originIds.length !== 2) {
    throw new InvalidResult("createRequestOriginGroup() takes two originIds");
  }
  const { statusCodes } = propertiesOf("failoverCriteria", failoverCriteria);
  if (!Array.isArray(statusCodes) || !statusCodes.every((code) => Number.isInteger(code))) {
    throw new InvalidResult(
      "createRequestOriginGroup() takes failoverCriteria with a list of statusCodes",
    );
  }
  const members = originIds.map((one: unknown) => {
    if (typeof one === "string") return toMember(one, undefined);
    const { originId, originOverrides } = propertiesOf("originIds", one);
    return toMember(originId, originOverrides);
  });
  return { kind: "group", members, statusCodes };
}

function toMember(originId: unknown, overrides: unknown) {
  if (typeof originId !== "string" || originId === "") {
    throw new InvalidResult(`an origin's id must be a string, got ${JSON.stringify(originId)}`);
  }
  if (overrides === undefined) return { originId };
  return { originId, settings: toOverrides(propertiesOf("originOverrides", overrides)) };
}

/** What may differ from the settings of an origin that is chosen by its id. */
function toOverrides(properties: Properties): OriginSettings {
  const { hostHeader, sni, allowedCertificateNames, ...others } = properties;
  const [other] = Object.keys(others);
  if (other !== undefined) {
    throw new InvalidResult(
      `originOverrides takes hostHeader, sni and allowedCertificateNames, got ${other}; use updateRequestOrigin() for it`,
    );
  }
  return present({
    hostHeader: hostIn("hostHeader", hostHeader),
    serverName: hostIn("sni", sni),
    allowedCertificateNames: certificateNamesOf(allowedCertificateNames),
  });
}

function toSettings(properties: Properties, incoming: HeaderList): OriginSettings {
  checkShield(properties.originShield);
  return present({
    ...domainNameOf(properties.domainName),
    originPath: originPathOf(properties.originPath),
    customHeaders: headersOf(properties.customHeaders, incoming),
    ...connectionOf(properties.customOriginConfig),
    connectionAttempts: numberIn("connectionAttempts", properties.connectionAttempts, 1, 3),
    ...timeoutsOf(propertiesOf("timeouts", properties.timeouts ?? {})),
    originAccessControl: accessControlOf(properties.originAccessControlConfig),
    hostHeader: hostIn("hostHeader", properties.hostHeader ?? properties.domainName),
    serverName: hostIn("sni", properties.sni),
    allowedCertificateNames: certificateNamesOf(properties.allowedCertificateNames),
  });
}

function connectionOf(value: unknown) {
  if (value === undefined) return {};
  const custom = propertiesOf("customOriginConfig", value);
  const port = portOf(custom.port);
  requireAll("customOriginConfig", custom, ["port", "protocol", "sslProtocols"]);
  const protocol = wordOf("the origin's protocol", custom.protocol, ["http", "https"]);
  return {
    protocolPolicy: `${protocol}-only` as const,
    port,
    sslProtocols: sslProtocolsOf(custom.sslProtocols),
  };
}

function timeoutsOf(timeouts: Properties) {
  const read = numberIn("readTimeout", timeouts.readTimeout, 1, 120);
  const name = "responseCompletionTimeout";
  const completion = numberIn(name, timeouts.responseCompletionTimeout, 1, 3600);
  if (read !== undefined && completion !== undefined && completion < read) {
    throw new InvalidResult(
      `the origin's ${name} must be at least the readTimeout of ${read}, got ${completion}`,
    );
  }
  return {
    readTimeoutSeconds: read,
    responseCompletionTimeoutSeconds: completion,
    connectionTimeoutSeconds: numberIn("connectionTimeout", timeouts.connectionTimeout, 1, 10),
    keepaliveTimeoutSeconds: numberIn("keepAliveTimeout", timeouts.keepAliveTimeout, 1, 120),
  };
}

function headersOf(value: unknown, incoming: HeaderList): OriginSettings["customHeaders"] {
  if (value === undefined) return undefined;
  const entries = Object.entries(propertiesOf("customHeaders", value));
  const upper = entries.find(([name]) => name !== name.toLowerCase());
  if (upper !== undefined) {
    throw new InvalidResult(`the origin's custom header "${upper[0]}" must be lower case`);
  }
  return customHeadersOf(entries, incoming);
}

function accessControlOf(value: unknown): OriginSettings["originAccessControl"] {
  if (value === undefined) return undefined;
  const what = "originAccessControlConfig";
  const control = propertiesOf(what, value);
  if (!flagOf(what, control, "enabled")) return "none";
  requireAll(what, control, ["signingBehavior", "signingProtocol", "originType"]);
  wordOf("signingProtocol", control.signingProtocol, ["sigv4"]);
  const types = ["s3", "mediapackagev2", "mediastore", "lambda"] as const;
  const behaviors = ["always", "never", "no-override"] as const;
  return {
    signingBehavior: wordOf("signingBehavior", control.signingBehavior, behaviors),
    originType: wordOf("originType", control.originType, types),
  };
}

/** There is one cache here: Origin Shield is checked, but changes nothing. */
function checkShield(value: unknown): void {
  if (value === undefined) return;
  const shield = propertiesOf("originShield", value);
  if (flagOf("originShield", shield, "enabled")) requireAll("originShield", shield, ["region"]);
}

/** The settings without those that the function left out. */
export function present(
  settings: { readonly [Name in keyof OriginSettings]: OriginSettings[Name] | undefined },
): OriginSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
