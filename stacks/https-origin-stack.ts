import type { Construct } from "constructs";
import {
  type AcceptedFinding,
  ALL_METHODS,
  type BehaviorProps,
  CACHE_POLICIES,
  Distribution,
  HostOrigin,
  ORIGIN_REQUEST_POLICIES,
  suppressFindings,
} from "../modules";
import { BaseStack, stateOf } from "./base-stack";
import { commonProps, lockHeaders } from "./distribution-settings";
import type { Settings } from "./settings";
import type { HttpsOriginEntry } from "./settings/https-origin";

/** Reference architecture: any number of custom origins, each with its paths, behind one domain. */
export class HttpsOriginStack extends BaseStack {
  constructor(
    scope: Construct,
    id: string,
    settings: Settings,
    entries: readonly HttpsOriginEntry[],
  ) {
    super(scope, id, settings, { state: stateOf(id, settings) });
    const name = `${settings.project}-${settings.environment}-${id}`;
    const customHeaders = lockHeaders(this, name, settings);
    const other = entries.find(({ pathPatterns }) => pathPatterns === undefined);
    if (other === undefined)
      throw new Error("one origin must answer every path that no other claims");

    const { distribution } = new Distribution(this, "distribution", {
      ...commonProps(settings, settings.domains["https-origin"]),
      name,
      defaultRootObject: "",
      origins: Object.fromEntries(
        entries.map((entry) => [entry.id, new HostOrigin({ ...entry, customHeaders })]),
      ),
      defaultBehavior: behaviorOf(other),
      routes: entries.flatMap((entry) =>
        (entry.pathPatterns ?? []).map((pathPattern) => ({ pathPattern, ...behaviorOf(entry) })),
      ),
    });
    suppressFindings(distribution, entries.flatMap(acceptedFindings));

    this.output("url", distribution.domainName, "Domain of the distribution");
    this.output("distribution_id", distribution.id, "Id of the distribution");
  }
}

function behaviorOf({ id, viewerProtocolPolicy }: HttpsOriginEntry): BehaviorProps {
  return {
    targetOriginId: id,
    viewerProtocolPolicy,
    allowedMethods: ALL_METHODS,
    cachePolicyId: CACHE_POLICIES.CachingDisabled,
    originRequestPolicyId: ORIGIN_REQUEST_POLICIES.AllViewerExceptHostHeader,
  };
}

/** What the file of origins asks for by name is no mistake. */
function acceptedFindings({ id, protocolPolicy }: HttpsOriginEntry): AcceptedFinding[] {
  if (protocolPolicy !== "http-only") return [];
  const reason = "the file of HTTPS_ORIGINS says http-only for this origin";
  return [{ id: "no-http-only-origin", part: `origin "${id}"`, reason }];
}
