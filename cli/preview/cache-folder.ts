import { join } from "node:path";

/** Where a user's caches are, by the habits of the operating system. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  platform: NodeJS.Platform,
): string {
  const base =
    env.XDG_CACHE_HOME ||
    (platform === "win32" && env.LOCALAPPDATA) ||
    join(home, platform === "darwin" ? "Library/Caches" : ".cache");
  return join(base, "one-origin", "preview");
}
