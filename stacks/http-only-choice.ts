import type { AcceptedFinding } from "../modules";
import type { LoadBalancerProtocolSettings } from "./settings/load-balancer";

/** The settings chose HTTP to an origin by name; the lint is told so. */
export function httpOnlyChoice(
  protocol: LoadBalancerProtocolSettings,
  originId: string,
  variable: string,
): AcceptedFinding[] {
  if (protocol !== "http-only") return [];
  return [
    {
      id: "no-http-only-origin",
      part: `origin "${originId}"`,
      reason: `${variable}=http-only was set: the load balancer has no certificate for a name of its own`,
    },
  ];
}
