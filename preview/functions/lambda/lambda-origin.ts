import type { Origin } from "../../edge-model";
import type { HeaderList } from "../../messages";
import type { OriginChange } from "../edge-function";
import { InvalidResult } from "../invalid-result";
import { present } from "../origin-change";
import {
  customHeadersOf,
  domainNameOf,
  numberIn,
  originPathOf,
  portOf,
  sslProtocolsOf,
} from "../origin-settings";
import { headerEntries, toLambdaHeaders } from "./lambda-headers";

type Properties = Readonly<Record<string, unknown>>;

/**
 * The origin as origin events show it: either `s3` or `custom`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
 */
export function toLambdaOrigin(origin: Origin, viewerProtocol: "http" | "https"): Properties {
  const { domainName, originPath: path } = origin;
  const customHeaders = toLambdaHeaders(origin.customHeaders);
  if (origin.kind === "s3") {
    const identity = origin.originAccessIdentity === undefined ? "none" : "origin-access-identity";
    const region = /\.s3[.-]([a-z]+-[a-z-]+-\d)\./.exec(domainName)?.[1] ?? "us-east-1";
    return { s3: { authMethod: identity, customHeaders, domainName, path, region } };
  }
  const policy = origin.protocolPolicy;
  const protocol =
    policy === "match-viewer" ? viewerProtocol : policy === "http-only" ? "http" : "https";
  return {
    custom: {
      customHeaders,
      domainName,
      keepaliveTimeout: origin.keepaliveTimeoutSeconds,
      path,
      port: protocol === "http" ? origin.httpPort : origin.httpsPort,
      protocol,
      readTimeout: origin.readTimeoutSeconds,
      sslProtocols: origin.sslProtocols,
    },
  };
}

/**
 * The change of origin that a function returned with a request of these headers; undefined when it
 * left the origin as it was.
 */
export function fromLambdaOrigin(
  returned: unknown,
  shown: unknown,
  request: HeaderList,
): OriginChange | undefined {
  if (returned === undefined || JSON.stringify(returned) === JSON.stringify(shown))
    return undefined;
  const { s3, custom } = propertiesOf(returned);
  if ((s3 === undefined) === (custom === undefined)) {
    throw new InvalidResult("the request's origin must have either s3 or custom");
  }
  const kind = s3 === undefined ? "custom" : "s3";
  const properties = propertiesOf(s3 ?? custom);
  if (typeof properties.domainName !== "string")
    throw new InvalidResult("the request's origin must have a domainName");
  const settings = present({
    domainName: domainNameOf(properties.domainName).domainName,
    kind,
    originPath: originPathOf(properties.path),
    customHeaders: customHeadersOf(
      headerEntries("customHeaders", properties.customHeaders),
      request,
    ),
    ...(kind === "s3" ? {} : customSettings(properties)),
  });
  return { kind: "settings", settings };
}

function customSettings({
  port,
  protocol,
  sslProtocols,
  readTimeout,
  keepaliveTimeout,
}: Properties) {
  if (protocol !== "http" && protocol !== "https") {
    throw new InvalidResult(
      `the origin's protocol must be http or https, got ${JSON.stringify(protocol)}`,
    );
  }
  return {
    protocolPolicy: `${protocol}-only` as const,
    port: portOf(port),
    sslProtocols: sslProtocolsOf(sslProtocols),
    readTimeoutSeconds: numberIn("readTimeout", readTimeout, 1, 120),
    keepaliveTimeoutSeconds: numberIn("keepaliveTimeout", keepaliveTimeout, 1, 120),
  };
}

function propertiesOf(value: unknown): Properties {
  if (typeof value === "object" && value !== null) return value as Properties;
  throw new InvalidResult(`the request's origin must be an object, got ${JSON.stringify(value)}`);
}
