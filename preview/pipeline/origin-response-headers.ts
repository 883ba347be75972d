import { lowerCase } from "../lower-case";
import type { HeaderList } from "../messages";
import type { CompiledBehavior } from "./compile-behavior";
import { joinedValue, listMembers } from "./field-values";

const REMOVED = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
  "vary",
  "age",
  "x-cache",
]);

const S3_IDS = new Set(["x-amz-id-2", "x-amz-request-id"]);

/**
 * The origin's headers as they may reach a viewer: hop-by-hop headers, S3's request ids and (legacy,
 * cookies not forwarded) Set-Cookie are gone, Vary keeps what the behavior can honour.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorS3Origin.html
 */
export function originResponseHeaders(
  headers: HeaderList,
  compiled: CompiledBehavior,
  originKind: "s3" | "custom",
): HeaderList {
  const named = new Set(
    listMembers(joinedValue(headers, "connection")).map((name) => name.toLowerCase()),
  );
  const kept = headers.filter(([field]) => {
    const name = lowerCase(field);
    if (REMOVED.has(name) || named.has(name) || name.startsWith("x-amz-cf-")) return false;
    if (name === "set-cookie") return !compiled.removesSetCookie;
    return originKind !== "s3" || !S3_IDS.has(name);
  });
  const stated = joinedValue(headers, "vary");
  const vary = originKind === "s3" ? (stated ?? "") : reducedVary(stated, compiled);
  return vary === "" ? kept : [...kept, ["Vary", vary]];
}

/** Vary with Accept-Encoding, Cookie and the headers that the behavior forwards. */
function reducedVary(vary: string | undefined, compiled: CompiledBehavior): string {
  return listMembers(vary)
    .filter((member) => {
      const name = member.toLowerCase();
      if (name === "*" || name === "accept-encoding" || name === "cookie") return true;
      if (name === "user-agent" && knowsDevice(compiled)) return true;
      return compiled.acceptEncoding === "legacy" && compiled.cachingOff === undefined
        ? compiled.keyedHeaders.includes(name)
        : compiled.headerRule(name, "GET").sent;
    })
    .join(", ");
}

function knowsDevice({ cloudFrontHeaders }: CompiledBehavior): boolean {
  return cloudFrontHeaders.some(({ name }) => /^cloudfront-is-/i.test(name));
}
