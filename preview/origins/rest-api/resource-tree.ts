import type { RestMethod, RestResource } from "./model";

/** An `aws_api_gateway_resource`. */
export interface ResourceRow {
  readonly id: string;
  readonly parentId: string;
  readonly part: string;
}

/** Methods by path, as an OpenAPI document lists them. */
export type MethodsByPath = ReadonlyMap<string, ReadonlyMap<string, RestMethod>>;

/** Grows the tree of resources from rows with parents, and from whole paths. */
export function resourceTree(
  rootId: string,
  rows: readonly ResourceRow[],
  methodsOf: (resourceId: string) => ReadonlyMap<string, RestMethod>,
  paths: MethodsByPath,
): RestResource {
  return grow({ id: rootId, parentId: "", part: "" }, "", rows, methodsOf, paths);
}

function grow(
  row: ResourceRow,
  path: string,
  rows: readonly ResourceRow[],
  methodsOf: (resourceId: string) => ReadonlyMap<string, RestMethod>,
  paths: MethodsByPath,
): RestResource {
  const own = rows.filter(({ id, parentId }) => parentId === row.id && id !== row.id);
  const listed = [...paths.keys()]
    .filter((other) => other.startsWith(`${path}/`) && other !== "/")
    .map((other) => other.slice(path.length + 1).split("/")[0] ?? "");
  const known = new Set(own.map(({ part }) => part));
  const added = [...new Set(listed)]
    .filter((part) => !known.has(part) && part !== "")
    .map((part) => ({ id: `${path}/${part}`, parentId: row.id, part }));
  return {
    id: row.id,
    path: path === "" ? "/" : path,
    part: row.part,
    children: [...own, ...added].map((child) =>
      grow(child, `${path}/${child.part}`, rows, methodsOf, paths),
    ),
    methods: new Map([...(paths.get(path === "" ? "/" : path) ?? []), ...methodsOf(row.id)]),
  };
}
