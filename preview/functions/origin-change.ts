import type { OriginChange, OriginSettings } from "./edge-function";
import { InvalidResult } from "./invalid-result";
import {
  customHeadersOf,
  domainNameOf,
  hostIn,
  numberIn,
  originPathOf,
  portOf,
  sslProtocolsOf,
} from "./origin-settings";
import type { OriginCall } from "./sandbox/built-ins/cloudfront-module";

type Properties = Readonly<Record<string, unknown>>;

/**
 * The change that a CloudFront function's calls make to the request's origin; the last call counts.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
export function toOriginChange(calls: readonly OriginCall[]): OriginChange | undefined {
  const last = calls.at(-1);
  if (last === undefined) return undefined;
  const [first, second] = last.args;
  if (last.method === "updateRequestOrigin") {
    return { kind: "settings", settings: toSettings(propertiesOf("updateRequestOrigin()", first)) };
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
  return { originId, settings: toSettings(propertiesOf("originOverrides", overrides)) };
}

function toSettings(properties: Properties): OriginSettings {
  const timeouts = propertiesOf("timeouts", properties.timeouts ?? {});
  const custom = propertiesOf("customOriginConfig", properties.customOriginConfig ?? {});
  return present({
    ...domainNameOf(properties.domainName),
    originPath: originPathOf(properties.originPath),
    customHeaders: headersOf(properties.customHeaders),
    protocolPolicy: protocolOf(custom.protocol),
    port: portOf(custom.port),
    sslProtocols: sslProtocolsOf(custom.sslProtocols),
    connectionAttempts: numberIn("connectionAttempts", properties.connectionAttempts, 1, 3),
    connectionTimeoutSeconds: numberIn("connectionTimeout", timeouts.connectionTimeout, 1, 10),
    readTimeoutSeconds: numberIn("readTimeout", timeouts.readTimeout, 1, 120),
    keepaliveTimeoutSeconds: numberIn("keepAliveTimeout", timeouts.keepAliveTimeout, 1, 120),
    responseCompletionTimeoutSeconds: numberIn(
      "responseCompletionTimeout",
      timeouts.responseCompletionTimeout,
      1,
      3600,
    ),
    originAccessControl: accessControlOf(properties.originAccessControlConfig),
    hostHeader: hostIn("hostHeader", properties.hostHeader ?? properties.domainName),
  });
}

function headersOf(value: unknown): OriginSettings["customHeaders"] {
  return value === undefined
    ? undefined
    : customHeadersOf(Object.entries(propertiesOf("customHeaders", value)));
}

function protocolOf(value: unknown): OriginSettings["protocolPolicy"] {
  if (value === undefined) return undefined;
  if (value === "http" || value === "https") return `${value}-only`;
  throw new InvalidResult(
    `the origin's protocol must be http or https, got ${JSON.stringify(value)}`,
  );
}

function accessControlOf(value: unknown): OriginSettings["originAccessControl"] {
  if (value === undefined) return undefined;
  const { enabled, signingBehavior, originType } = propertiesOf("originAccessControlConfig", value);
  if (enabled === false) return "none";
  return {
    signingBehavior: String(signingBehavior ?? "always"),
    originType: String(originType ?? "s3"),
  };
}

function propertiesOf(what: string, value: unknown): Properties {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Properties;
  throw new InvalidResult(`${what} takes an object, got ${JSON.stringify(value)}`);
}

/** The settings without those that the function left out. */
export function present(
  settings: { readonly [Name in keyof OriginSettings]: OriginSettings[Name] | undefined },
): OriginSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
