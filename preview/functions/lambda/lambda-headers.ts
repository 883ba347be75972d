import type { HeaderList } from "../../messages";
import type { FunctionEvent } from "../edge-function";
import {
  capitalized,
  checkHeaders,
  isDisallowed,
  LAMBDA_VIEWER_RESPONSE,
} from "../header-restrictions";
import { InvalidResult } from "../invalid-result";

/** Headers as Lambda@Edge shows them: by lower-case name, each with all of its values. */
export type LambdaHeaders = Readonly<
  Record<string, readonly { readonly key: string; readonly value: string }[]>
>;

/** The headers that a function sees: all but the disallowed ones. */
export function toLambdaHeaders(headers: HeaderList): LambdaHeaders {
  const byName = new Map<string, { key: string; value: string }[]>();
  for (const [key, value] of headers.filter(([name]) => !isDisallowed(name))) {
    const name = key.toLowerCase();
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [{ key, value }]);
    else known.push({ key, value });
  }
  return Object.fromEntries(byName);
}

/** The headers that a function returned, with those that it never saw. Throws for wrong shapes and forbidden changes. */
export function fromLambdaHeaders(
  event: FunctionEvent,
  returned: unknown,
  before: HeaderList,
): HeaderList {
  const after = headerEntries("headers", returned);
  const added = after.find(([name]) => name.toLowerCase() === "cloudfront-viewer-country");
  if (
    event === "viewer-request" &&
    added !== undefined &&
    !before.some(([name]) => name.toLowerCase() === added[0].toLowerCase())
  ) {
    throw new InvalidResult(
      "a viewer request function cannot add the header CloudFront-Viewer-Country",
    );
  }
  const visible = before.filter(([name]) => !isDisallowed(name));
  checkHeaders(event, visible, after, event === "viewer-response" ? LAMBDA_VIEWER_RESPONSE : []);
  return [...after, ...before.filter(([name]) => isDisallowed(name))];
}

/** Spreads headers in Lambda@Edge's shape. */
export function headerEntries(what: string, returned: unknown): HeaderList {
  if (returned === undefined) return [];
  if (typeof returned !== "object" || returned === null || Array.isArray(returned)) {
    throw new InvalidResult(`${what} must be an object, got ${JSON.stringify(returned)}`);
  }
  return Object.entries(returned).flatMap(([name, fields]) => {
    if (!Array.isArray(fields))
      throw new InvalidResult(`${what} "${name}" must be an array of objects with a value`);
    return fields.map((field: unknown) => {
      const { key = capitalized(name), value } = (field ?? {}) as {
        key?: unknown;
        value?: unknown;
      };
      if (typeof value !== "string")
        throw new InvalidResult(`${what} "${name}" must have a string as value`);
      if (typeof key !== "string" || key.toLowerCase() !== name.toLowerCase()) {
        throw new InvalidResult(
          `${what} "${name}" has the key ${JSON.stringify(key)}: both must be the same name`,
        );
      }
      return [key, value] as const;
    });
  });
}
