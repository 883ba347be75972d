// Which edge functions a behavior needs, and what is in them.
import type { BehaviorProps } from "../behavior";
import type { DomainProps } from "../custom-domain";
import { redirectHosts } from "../edge-steps";
import type { EdgeEvent, EdgeStep } from "./edge-code";

/** The steps of one event. */
export interface EventSteps {
  readonly event: EdgeEvent;
  readonly steps: readonly EdgeStep[];
}

/** The functions of a behavior: the redirect to the domain's first name comes before its own steps. */
export function behaviorSteps(behavior: BehaviorProps, domain?: DomainProps): EventSteps[] {
  const all: EventSteps[] = [
    {
      event: "viewer-request",
      steps: [...redirectSteps(domain), ...(behavior.viewerRequest ?? [])],
    },
    { event: "viewer-response", steps: behavior.viewerResponse ?? [] },
  ];
  return all.filter(({ steps }) => steps.length > 0);
}

function redirectSteps(domain: DomainProps | undefined): EdgeStep[] {
  if (domain === undefined || domain.redirect === false) return [];
  const [first, ...others] = domain.names;
  return others.length === 0 ? [] : [redirectHosts(others, first)];
}
