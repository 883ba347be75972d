// What the settings say for every distribution.
import type { Construct } from "constructs";
import { type DistributionProps, OriginLock } from "../modules";
import type { Settings } from "./settings";
import type { DomainSettings } from "./settings/domain";

/** The props of a distribution that come from the settings alone. */
export function commonProps(
  settings: Settings,
  domain?: DomainSettings,
): Pick<
  DistributionProps,
  "domain" | "geoRestriction" | "httpVersion" | "ipv6" | "operations" | "priceClass"
> {
  const { accessLogs, errorAlarm, geoAllow, priceClass, webAcl } = settings.operations;
  const [country, ...countries] = geoAllow;
  return {
    domain,
    httpVersion: "http2and3",
    ipv6: true,
    priceClass,
    geoRestriction: country === undefined ? undefined : { allow: [country, ...countries] },
    operations: { accessLogs: accessLogs ? {} : undefined, errorAlarm, webAcl },
  };
}

/** The secret header for a distribution's own origins, or none when they are not locked. */
export function lockHeaders(
  scope: Construct,
  name: string,
  { originLock }: Settings,
): Readonly<Record<string, string>> | undefined {
  if (originLock === "off") return undefined;
  return new OriginLock(scope, "origin_lock", { name, active: originLock }).customHeaders;
}
