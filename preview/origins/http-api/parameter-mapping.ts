import { type HeaderList, withHeader, withoutHeader } from "../../messages";
import { decodePart, encodePart } from "../query";

/** A parameter that an integration changes, with its new value. */
export interface Change {
  readonly action: "append" | "overwrite" | "remove";
  readonly place: "header" | "querystring" | "path" | "statuscode";
  /** Empty for the path and the status. */
  readonly name: string;
  readonly value: string;
}

const TARGET = /^(append|overwrite|remove):(header|querystring|path|statuscode)(?:\.(.+))?$/;
const SOURCE =
  /\$(?:\{((?:request|response|context|stageVariables)[\w.[\]-]*)\}|((?:request|response|context|stageVariables)[\w.[\]-]*))/g;

/**
 * Reads the changes of a parameter mapping such as `overwrite:header.x` to `$request.path.id`.
 *
 * @param sourceOf gives a name's value, such as that of `request.path.id`
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function changesOf(
  mappings: Readonly<Record<string, string>>,
  sourceOf: (name: string) => string | undefined,
): Change[] {
  return Object.entries(mappings).flatMap(([target, source]) => {
    const [, action, place, name = ""] = TARGET.exec(target) ?? [];
    if (action === undefined || place === undefined) return [];
    const value = source.replace(
      SOURCE,
      (_, braced: string | undefined, plain: string | undefined) =>
        sourceOf(braced ?? plain ?? "") ?? "",
    );
    return [{ action, place, name, value } as Change];
  });
}

/** The headers after the changes. */
export function changedHeaders(headers: HeaderList, changes: readonly Change[]): HeaderList {
  let list = headers;
  for (const { action, place, name, value } of changes) {
    if (place !== "header") continue;
    if (action === "append") list = [...list, [name, value]];
    else list = action === "remove" ? withoutHeader(list, name) : withHeader(list, name, value);
  }
  return list;
}

/** The raw query string after the changes; parameters that stay keep their spelling. */
export function changedQuery(query: string, changes: readonly Change[]): string {
  let pairs = query.split("&").filter(Boolean);
  for (const { action, place, name, value } of changes) {
    if (place !== "querystring") continue;
    if (action !== "append") pairs = pairs.filter((pair) => nameOf(pair) !== name);
    if (action !== "remove") pairs.push(`${encodePart(name)}=${encodePart(value)}`);
  }
  return pairs.join("&");
}

/** The last value that overwrites the path or the status; undefined when none does. */
export function overwritten(
  place: "path" | "statuscode",
  changes: readonly Change[],
): string | undefined {
  return changes.findLast((change) => change.place === place && change.action === "overwrite")
    ?.value;
}

/** The value at a path such as `user.ids[1]` in a body of JSON; objects as JSON. */
export function valueInBody(body: Uint8Array, path: string): string | undefined {
  const parts = path.split(/[.[\]]+/).filter(Boolean);
  const value = parts.reduce<unknown>(
    (inside, part) =>
      typeof inside === "object" && inside !== null && Object.hasOwn(inside, part)
        ? (inside as Readonly<Record<string, unknown>>)[part]
        : undefined,
    parsed(body),
  );
  if (value === undefined || value === null) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}

function nameOf(pair: string): string {
  return decodePart((pair.split("=")[0] ?? "").replaceAll("+", " "));
}
