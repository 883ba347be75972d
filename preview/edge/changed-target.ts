import type { Origin, OriginAccessControl } from "../edge-model";
import type { OriginChange, OriginSettings } from "../functions/edge-function";
import type { EdgeContext, Target } from "./context";

/**
 * Where a request goes after a function chose another origin for it. New settings are those of the
 * primary origin: the second one of a group stays as it is.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
export function changedTarget(
  edge: EdgeContext,
  target: Target,
  change: OriginChange | undefined,
): Target {
  if (change === undefined) return target;
  if (change.kind === "settings") {
    const [primary, ...others] = target.origins;
    if (primary === undefined) return target;
    return { ...target, origins: [withSettings(primary, change.settings), ...others] };
  }
  if (change.kind === "origin") {
    const origin = withSettings(originOf(edge, change.originId), change.settings);
    return { origins: [origin], group: undefined };
  }
  return {
    origins: change.members.map((one) => withSettings(originOf(edge, one.originId), one.settings)),
    group: {
      id: "chosen by a function",
      members: change.members.map(({ originId }) => originId),
      statusCodes: change.statusCodes,
    },
  };
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
  const { port, originAccessControl, ...rest } = settingsFor(
    settings.kind ?? origin.kind,
    settings,
  );
  const { originAccessControl: own, ...plain } = origin;
  const signing = originAccessControl === undefined ? own : chosenSigning(originAccessControl);
  return {
    ...plain,
    ...rest,
    ...(port === undefined ? {} : { httpPort: port, httpsPort: port }),
    ...(signing === undefined ? {} : { originAccessControl: signing }),
  };
}

/** The settings that count for a kind of origin: a bucket is asked by its own name. */
function settingsFor(kind: Origin["kind"], settings: OriginSettings): OriginSettings {
  if (kind === "custom") return settings;
  const { hostHeader, serverName: _, allowedCertificateNames: __, ...rest } = settings;
  const { domainName } = rest;
  if (hostHeader === undefined || domainName === undefined) return rest;
  return { ...rest, hostHeader: domainName };
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
