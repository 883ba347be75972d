import { type EdgeRequest, headerOf } from "../messages";
import type { CompiledBehavior } from "./compile-behavior";
import { joinedValue } from "./field-values";
import { parseRanges, type RangeSpec } from "./range";

/**
 * The ranges that the origin is asked for; undefined when it is asked for the whole object: without a
 * Range, with an invalid one, and with an If-Range that the settings do not send. Then the edge
 * decides once it has the object.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RangeGETs.html
 */
export function forwardedRanges(
  { method, headers }: EdgeRequest,
  { headerRule }: CompiledBehavior,
): readonly RangeSpec[] | undefined {
  const ranges = parseRanges(joinedValue(headers, "range"));
  if (ranges === undefined || headerOf(headers, "if-range") === undefined) return ranges;
  return headerRule("if-range", method).sent ? ranges : undefined;
}
