import {
  type EdgeRequest,
  type HeaderList,
  headerOf,
  withHeader,
  withoutHeader,
} from "../../messages";
import { connectingAddress } from "../connecting-address";
import { endToEnd } from "../http/hop-by-hop";

/**
 * The headers of a request as API Gateway hands them on: end-to-end ones, with the address, port
 * and protocol of the caller and a trace id.
 */
export function incomingHeaders(request: EdgeRequest, trace: string): HeaderList {
  const list = headerOf(request.headers, "x-forwarded-for");
  const forwardedFor =
    list === undefined ? connectingAddress(request) : `${list}, ${connectingAddress(request)}`;
  const secure = request.protocol === "https";
  return [
    ["X-Amzn-Trace-Id", trace],
    ["X-Forwarded-For", forwardedFor],
    ["X-Forwarded-Port", secure ? "443" : "80"],
    ["X-Forwarded-Proto", secure ? "https" : "http"],
  ].reduce<HeaderList>(
    (headers, [name = "", value = ""]) => withHeader(headers, name, value),
    endToEnd(request.headers),
  );
}

/** Without the signature, which API Gateway keeps to itself once it has checked it. */
export function withoutSignature(headers: HeaderList): HeaderList {
  return withoutHeader(headers, "authorization");
}

/** A header map where the last of several values counts; names keep their spelling. */
export function lastValues(pairs: HeaderList): Record<string, string> {
  return Object.fromEntries(
    Object.values(grouped(pairs)).map(({ name, values }) => [name, values.at(-1) ?? ""]),
  );
}

/** A header map with every value. */
export function allValues(pairs: HeaderList): Record<string, string[]> {
  return Object.fromEntries(
    Object.values(grouped(pairs)).map(({ name, values }) => [name, values]),
  );
}

function grouped(pairs: HeaderList): Record<string, { name: string; values: string[] }> {
  const groups: Record<string, { name: string; values: string[] }> = {};
  for (const [name, value] of pairs) {
    const key = `:${name.toLowerCase()}`;
    groups[key] ??= { name, values: [] };
    groups[key].values.push(value);
  }
  return groups;
}
