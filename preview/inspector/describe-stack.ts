import type { CustomErrorResponse, EdgeModel, Origin } from "../edge-model";
import { type BehaviorPicture, type Fact, pictureBehavior } from "./describe-behavior";
import type { InspectedSession } from "./feed";
import { count, secondsInWords } from "./in-words";

/** An origin as the picture shows it. Values of custom headers are secrets and stay out. */
interface OriginPicture {
  readonly id: string;
  readonly domainName: string;
  /** The settings that matter most, in one line. */
  readonly brief: string;
  readonly facts: readonly Fact[];
}

/** A distribution as the picture shows it. */
export interface StackPicture {
  readonly address: string;
  readonly id: string;
  readonly domainName: string;
  readonly urls: readonly string[];
  readonly facts: readonly Fact[];
  /** In the order in which CloudFront tries them; the default behavior is the last. */
  readonly behaviors: readonly BehaviorPicture[];
  readonly origins: readonly OriginPicture[];
  /** APIs that have an address of their own here. */
  readonly apis: readonly Fact[];
  readonly warnings: readonly string[];
}

const PLACES = {
  url: "a URL given with --origin",
  stack: "emulated from the stack",
  nowhere: "nowhere: requests get a 502",
} as const;

/**
 * Turns a running stack into what the page draws.
 *
 * @param more warnings that come before the session's own
 */
export function describeStack(
  session: InspectedSession,
  urls: readonly string[],
  more: readonly string[] = [],
): StackPicture {
  const { model, placeOf, warnings, apis } = session;
  return {
    address: model.address,
    id: model.id,
    domainName: model.domainName,
    urls,
    facts: distributionFacts(model),
    behaviors: [
      ...model.orderedBehaviors.map((one) => pictureBehavior(one, model, false)),
      pictureBehavior(model.defaultBehavior, model, true),
    ],
    origins: model.origins.map((origin) => pictureOrigin(origin, placeOf(origin))),
    apis: apis.flatMap(({ address, url }) =>
      url === undefined ? [] : [{ label: address, text: url }],
    ),
    warnings: [...more, ...warnings].map(session.redactor.text),
  };
}

function distributionFacts(model: EdgeModel): Fact[] {
  const { aliases, defaultRootObject, geoRestriction, customErrorResponses } = model;
  const verb = geoRestriction.type === "whitelist" ? "only" : "all but";
  return [
    { label: "Aliases", text: aliases.join(", ") },
    { label: "Default root object", text: defaultRootObject },
    {
      label: "Countries",
      text: geoRestriction.type === "none" ? "" : `${verb} ${geoRestriction.locations.join(", ")}`,
    },
    { label: "Custom error responses", text: customErrorResponses.map(errorInWords).join("; ") },
  ].filter(({ text }) => text !== "");
}

function errorInWords(entry: CustomErrorResponse): string {
  const { errorCode, responseCode, responsePagePath, errorCachingMinTtl } = entry;
  const page =
    responsePagePath === undefined
      ? ""
      : ` → ${responsePagePath} with ${responseCode ?? errorCode}`;
  return `${errorCode}${page} (kept ${secondsInWords(errorCachingMinTtl)})`;
}

function pictureOrigin(origin: Origin, place: keyof typeof PLACES): OriginPicture {
  const { id, domainName, kind, originPath, customHeaders } = origin;
  return {
    id,
    domainName,
    brief: `${kindInWords(kind)} · ${protocolInWords(origin)}`,
    facts: [
      { label: "Kind", text: kindInWords(kind) },
      { label: "Here", text: PLACES[place] },
      { label: "Protocol", text: protocolInWords(origin) },
      { label: "Origin path", text: originPath },
      { label: "Signed", text: signingInWords(origin) },
      {
        label: "Custom headers",
        text: customHeaders.map(([name]) => name).join(", "),
      },
      {
        label: "Waits",
        text: `${count(origin.connectionAttempts, "attempt")}, ${secondsInWords(kind === "s3" ? 30 : origin.readTimeoutSeconds)} for an answer`,
      },
    ].filter(({ text }) => text !== ""),
  };
}

function kindInWords(kind: Origin["kind"]): string {
  return kind === "s3" ? "S3 bucket" : "custom origin";
}

function protocolInWords({ protocolPolicy, httpPort, httpsPort }: Origin): string {
  const http = httpPort === 80 ? "HTTP" : `HTTP on port ${httpPort}`;
  const https = httpsPort === 443 ? "HTTPS" : `HTTPS on port ${httpsPort}`;
  if (protocolPolicy === "http-only") return `${http} only`;
  return protocolPolicy === "https-only" ? `${https} only` : `as the viewer: ${http} or ${https}`;
}

function signingInWords({ originAccessControl, originAccessIdentity }: Origin): string {
  if (originAccessControl === undefined) {
    return originAccessIdentity === undefined ? "" : "with the origin access identity";
  }
  const { signingBehavior } = originAccessControl;
  if (signingBehavior === "never") return "never (origin access control)";
  const unless = signingBehavior === "no-override" ? ", unless the viewer sends Authorization" : "";
  return `with the origin access control${unless}`;
}
