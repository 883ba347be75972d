// The tree of API Gateway resources behind a list of routes.

/** One segment of a path, as API Gateway has a resource for it. */
export interface PathNode {
  /** The full path, such as `/users/{id}`. */
  readonly path: string;
  /** The last segment, such as `{id}`. */
  readonly part: string;
  /** The path above it; `/` is the root, which every API has. */
  readonly parent: string;
}

/** Every resource that the paths need, parents first; the root is not among them. */
export function pathNodes(paths: readonly string[]): PathNode[] {
  const nodes = new Map<string, PathNode>();
  for (const path of paths) {
    const parts = path.split("/").filter((part) => part !== "");
    parts.forEach((part, index) => {
      const full = `/${parts.slice(0, index + 1).join("/")}`;
      const parent = `/${parts.slice(0, index).join("/")}`;
      if (!nodes.has(full)) nodes.set(full, { path: full, part, parent });
    });
  }
  return [...nodes.values()];
}

/** The address of a path: `/` is `root`, `/{proxy+}` is `proxy`, `/users/{id}` is `users_id`. */
export function pathId(path: string): string {
  const id = path
    .split("/")
    .map((part) => part.replace(/[{}+]/g, ""))
    .filter((part) => part !== "")
    .join("_")
    .replace(/[^A-Za-z0-9_-]/g, "_");
  if (id === "") return "root";
  return /^[a-z]/.test(id) ? id : `_${id}`;
}

/**
 * Says what API Gateway would refuse about a resource path, or nothing.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-settings-method-request.html
 */
export function resourcePathProblem(path: string): string | undefined {
  if (!path.startsWith("/")) return 'must start with "/"';
  if (path !== "/" && path.endsWith("/")) return 'must not end with "/"';
  const parts = path.slice(1).split("/");
  const greedy = parts.findIndex((part) => part.endsWith("+}"));
  if (greedy !== -1 && greedy !== parts.length - 1) return "has a greedy parameter before its end";
  const odd = path === "/" ? undefined : parts.find((part) => !isPart(part));
  return odd === undefined ? undefined : `has a segment "${odd}" that API Gateway refuses`;
}

function isPart(part: string): boolean {
  return /^(\{[A-Za-z0-9._-]+\+?\}|[A-Za-z0-9._:-]+)$/.test(part);
}
