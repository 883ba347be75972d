// Lists, sets and maps. A set is a sorted list without repetition.
import type { Json } from "../../stack";
import {
  asSet,
  at,
  byCodePoint,
  EvaluationError,
  isEqual,
  isList,
  isObject,
  shown,
  sortedKeys,
  toBoolean,
  toList,
  toNumber,
  toObject,
  toText,
} from "../value";
import { type FunctionTable, takes, takesAll } from "./define";

export const collectionFunctions: FunctionTable = {
  alltrue: takes(1, 1, ([list]) => toList(list).every(toBoolean)),
  anytrue: takes(1, 1, ([list]) => toList(list).some(toBoolean)),
  chunklist: takes(2, 2, ([list, size]) => chunks(toList(list), toNumber(size))),
  coalesce: takesAll(1, (args) => {
    const found = args.find((arg) => arg !== null && arg !== "");
    if (found === undefined) throw new EvaluationError("every argument of coalesce is empty");
    return found;
  }),
  coalescelist: takesAll(1, (args) => {
    const found = args.find((arg) => arg !== null && toList(arg).length > 0);
    if (found === undefined) throw new EvaluationError("every argument of coalescelist is empty");
    return found;
  }),
  compact: takes(1, 1, ([list]) => toList(list).filter((item) => item !== null && item !== "")),
  concat: takesAll(1, (lists) => lists.flatMap((list) => [...toList(list)])),
  contains: takes(2, 2, ([list, wanted]) => toList(list).some((item) => isEqual(item, wanted))),
  distinct: takes(1, 1, ([list]) => distinct(toList(list))),
  element: takes(2, 2, ([list, index]) => {
    const items = toList(list);
    const position = toNumber(index);
    if (items.length === 0) throw new EvaluationError("element has an empty list");
    if (position < 0) throw new EvaluationError(`element needs an index from 0, got ${position}`);
    return at(items, position % items.length);
  }),
  flatten: takes(1, 1, ([list]) => flatten(toList(list))),
  index: takes(2, 2, ([list, wanted]) => {
    const position = toList(list).findIndex((item) => isEqual(item, wanted));
    if (position === -1) throw new EvaluationError(`index finds no ${shown(wanted)} in the list`);
    return position;
  }),
  keys: takes(1, 1, ([map]) => sortedKeys(toObject(map))),
  length: takes(1, 1, ([value]) => lengthOf(value)),
  // Not by `takes`: a default that is null is another thing than none.
  lookup: {
    least: 2,
    most: 3,
    call: ([map = null, key = null, ...fallback]) => {
      const name = toText(key);
      const isThere = Object.hasOwn(toObject(map), name);
      return isThere || fallback[0] === undefined ? at(map, name) : fallback[0];
    },
  },
  matchkeys: takes(3, 3, ([values, keys, wanted]) => {
    if (toList(values).length !== toList(keys).length) {
      throw new EvaluationError("matchkeys needs as many keys as values");
    }
    const isWanted = (key: Json) => toList(wanted).some((one) => isEqual(one, key));
    return toList(values).filter((_, position) => isWanted(at(keys, position)));
  }),
  merge: takesAll(0, (maps) =>
    Object.fromEntries(maps.flatMap((map) => (map === null ? [] : Object.entries(toObject(map))))),
  ),
  one: takes(1, 1, ([list]) => {
    const items = toList(list);
    if (items.length > 1) throw new EvaluationError(`one has a list of ${items.length}`);
    return items[0] ?? null;
  }),
  range: takes(1, 3, (args) => range(args.filter((arg) => arg !== null).map(toNumber))),
  reverse: takes(1, 1, ([list]) => [...toList(list)].reverse()),
  setintersection: takesAll(1, ([first = [], ...others]) =>
    toSet(
      toList(first).filter((item) =>
        others.every((other) => toList(other).some((candidate) => isEqual(candidate, item))),
      ),
    ),
  ),
  setproduct: takesAll(1, (lists) =>
    lists.reduce<Json[][]>(
      (rows, list) => rows.flatMap((row) => toList(list).map((item) => [...row, item])),
      [[]],
    ),
  ),
  setsubtract: takes(2, 2, ([set, without]) =>
    toSet(toList(set).filter((item) => !toList(without).some((other) => isEqual(item, other)))),
  ),
  setunion: takesAll(1, (lists) => toSet(lists.flatMap((list) => [...toList(list)]))),
  slice: takes(3, 3, ([list, start, end]) => {
    const [from, to] = [toNumber(start), toNumber(end)];
    const items = toList(list);
    if (from >= 0 && from <= to && to <= items.length) return items.slice(from, to);
    throw new EvaluationError(`slice from ${from} to ${to} leaves a list of ${items.length}`);
  }),
  sort: takes(1, 1, ([list]) => toList(list).map(toText).sort(byCodePoint)),
  sum: takes(1, 1, ([list]) =>
    toList(list)
      .map(toNumber)
      .reduce((sum, item) => sum + item, 0),
  ),
  tolist: takes(1, 1, ([list]) => (list === null ? null : toList(list))),
  tomap: takes(1, 1, ([map]) => (map === null ? null : toObject(map))),
  toset: takes(1, 1, ([list]) => (list === null ? null : toSet(toList(list)))),
  transpose: takes(1, 1, ([map]) => {
    const names = sortedKeys(toObject(map));
    const listOf = (name: string) => toList(at(map, name)).map(toText);
    return Object.fromEntries(
      [...new Set(names.flatMap(listOf))].map((item) => [
        item,
        names.filter((name) => listOf(name).includes(item)),
      ]),
    );
  }),
  values: takes(1, 1, ([map]) => sortedKeys(toObject(map)).map((key) => at(map, key))),
  zipmap: takes(2, 2, ([keys, values]) => {
    if (toList(keys).length !== toList(values).length) {
      throw new EvaluationError("zipmap needs as many keys as values");
    }
    return Object.fromEntries(
      toList(keys).map((key, position) => [toText(key), at(values, position)]),
    );
  }),
};

function distinct(list: readonly Json[]): Json[] {
  return list.filter(
    (item, index) => list.findIndex((candidate) => isEqual(candidate, item)) === index,
  );
}

/** Sorts and removes repetitions, as a set is visited. */
function toSet(list: readonly Json[]): readonly Json[] {
  const sorted = distinct(list).sort((a, b) =>
    typeof a === "number" && typeof b === "number"
      ? a - b
      : byCodePoint(JSON.stringify(a), JSON.stringify(b)),
  );
  return asSet(sorted);
}

function flatten(list: readonly Json[]): Json[] {
  return list.flatMap((item) => (isList(item) ? flatten(item) : [item]));
}

function lengthOf(value: Json): number {
  if (isList(value)) return value.length;
  if (isObject(value)) return Object.keys(value).length;
  return [...toText(value)].length;
}

function chunks(list: readonly Json[], size: number): Json[] {
  if (size <= 0) return [[...list]];
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

function range([first = 0, second, third]: readonly number[]): number[] {
  const [start, limit] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (limit < start ? -1 : 1);
  if (step === 0 || (limit - start) / step < 0) {
    throw new EvaluationError(`range from ${start} to ${limit} cannot go in steps of ${step}`);
  }
  const length = Math.ceil((limit - start) / step);
  if (length > 1024) throw new EvaluationError(`range makes at most 1024 numbers, got ${length}`);
  return Array.from({ length }, (_, index) => start + index * step);
}
