// Whether a name in Terraform's JSON is a nested block or an attribute: the JSON does not say.
import { isBlock, type Json } from "../stack";
import {
  BLOCKS_NAMED_LIKE_MAPS,
  LISTS_OF_MAPS,
  MAP_ATTRIBUTES,
  MAPS_NAMED_LIKE_BLOCKS,
} from "./map-attributes";
import { REPEATED_BLOCKS } from "./repeated-blocks";

/**
 * Whether a value is one or more nested blocks.
 *
 * - a list with objects in it: blocks
 * - an object: a block, unless the name is a map attribute where it stands
 * - an empty list: no block at all where the name is one of AWS's repeated blocks, otherwise an
 *   attribute that is an empty list
 *
 * @param path where the value stands: `aws_lambda_function.environment`, `data.aws_lbs`, `provider.aws`
 */
export function isNestedBlock(path: string, name: string, value: Json): boolean {
  if (Array.isArray(value)) {
    if (value.length === 0) return isAws(path) && isRepeatedBlock(path, name);
    return value.every(isBlock) && !stands(path, LISTS_OF_MAPS[name]);
  }
  return isBlock(value) && !isMapAttribute(path, name);
}

function isMapAttribute(path: string, name: string): boolean {
  if (MAP_ATTRIBUTES.has(name)) return !stands(path, BLOCKS_NAMED_LIKE_MAPS[name]);
  return stands(path, MAPS_NAMED_LIKE_BLOCKS[name]);
}

function isRepeatedBlock(path: string, name: string): boolean {
  const places = REPEATED_BLOCKS[name] ?? [];
  if (places === "everywhere") return true;
  return places.some((place) =>
    place.endsWith(".*") ? path.startsWith(place.slice(0, -1)) : path === place,
  );
}

function isAws(path: string): boolean {
  return /^(data\.|provider\.)?aws(_|\.|$)/.test(path);
}

/** Whether a path is one of the places or below it. */
function stands(path: string, places: readonly string[] = []): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}.`));
}
