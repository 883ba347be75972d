import type { HeaderList } from "../../messages";
import type { FunctionEvent } from "../edge-function";
import { capitalized, checkHeaders, isDisallowed } from "../header-restrictions";
import { InvalidResult } from "../invalid-result";
import { type Fields, fromFields } from "./fields";
import { visibleHeaders } from "./to-event";

/** The headers that a function returned, with those that it never saw. */
export function returnedHeaders(
  event: FunctionEvent,
  returned: unknown,
  shown: Fields,
  before: HeaderList,
): HeaderList {
  const after = fromFields("headers", returned, shown).map(
    ([name, { value }]) => [name, value] as const,
  );
  const upper = after.find(([name]) => name !== name.toLowerCase());
  if (upper !== undefined) {
    throw new InvalidResult(`header names must be lower case, got "${upper[0]}"`);
  }
  checkHeaders(event, visibleHeaders(before), after);
  const hidden = before.filter(([name]) => isDisallowed(name));
  return [...after.map(([name, value]) => [capitalized(name), value] as const), ...hidden];
}
