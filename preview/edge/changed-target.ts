import type { Origin, OriginAccessControl } from "../edge-model";
import type { OriginChange, OriginSettings } from "../functions/edge-function";
import type { EdgeContext, Target } from "./context";

/** An origin that a request may go to. */
export interface ChosenOrigin {
  readonly origin: Origin;
  /** The `Host` that it gets when the viewer's is not forwarded. */
  readonly host: string;
}

/** The origins that a request may go to, the primary first. */
export interface ChosenTarget {
  readonly origins: readonly ChosenOrigin[];
  readonly group: Target["group"];
}

/**
 * Where a request goes, after a function perhaps chose another origin for it. New settings are those
 * of the primary origin: the second one of a group stays as it is.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
export function changedTarget(
  edge: EdgeContext,
  { origins, group }: Target,
  change: OriginChange | undefined,
): ChosenTarget {
  if (change === undefined) return { origins: origins.map((one) => chosen(one)), group };
  if (change.kind === "settings") {
    const settingsAt = (position: number) => (position === 0 ? change.settings : undefined);
    return { origins: origins.map((one, position) => chosen(one, settingsAt(position))), group };
  }
  const choose = (id: string, settings?: OriginSettings) => chosen(originOf(edge, id), settings);
  if (change.kind === "origin") {
    return { origins: [choose(change.originId, change.settings)], group: undefined };
  }
  return {
    origins: change.members.map(({ originId, settings }) => choose(originId, settings)),
    group: {
      id: "chosen by a function",
      members: change.members.map(({ originId }) => originId),
      statusCodes: change.statusCodes,
    },
  };
}

function chosen(origin: Origin, settings?: OriginSettings): ChosenOrigin {
  const changed = withSettings(origin, settings);
  return { origin: changed, host: settings?.hostName ?? changed.domainName };
}

function originOf(edge: EdgeContext, id: string): Origin {
  const origin = edge.origins.get(id);
  if (origin !== undefined) return origin;
  throw new Error(
    `a function chose origin "${id}", which ${edge.model.address} does not define; use the origin_id of one of its origins`,
  );
}

function withSettings(origin: Origin, settings: OriginSettings | undefined): Origin {
  if (settings === undefined) return origin;
  const { port, originAccessControl, hostName: _, ...rest } = settings;
  const { originAccessControl: own, ...plain } = origin;
  const signing = originAccessControl === undefined ? own : chosenSigning(originAccessControl);
  return {
    ...plain,
    ...rest,
    ...(port === undefined ? {} : { httpPort: port, httpsPort: port }),
    ...(signing === undefined ? {} : { originAccessControl: signing }),
  };
}

function chosenSigning(
  chosen: NonNullable<OriginSettings["originAccessControl"]>,
): OriginAccessControl | undefined {
  if (chosen === "none") return undefined;
  const { signingBehavior, originType } = chosen;
  const known = signingBehavior === "never" || signingBehavior === "no-override";
  return {
    id: "chosen by a function",
    originType,
    signingBehavior: known ? signingBehavior : "always",
  };
}
