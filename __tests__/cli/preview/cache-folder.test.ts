import { cacheFolder } from "../../../cli/preview/cache-folder";

it.each([
  [{}, "linux", "/home/me/.cache/one-origin/preview"],
  [{ XDG_CACHE_HOME: "/cache" }, "linux", "/cache/one-origin/preview"],
  [{}, "darwin", "/home/me/Library/Caches/one-origin/preview"],
  [{ LOCALAPPDATA: "/local" }, "win32", "/local/one-origin/preview"],
] as const)("with %j on %s it is %s, outside of the repository (V11)", (env, platform, folder) => {
  expect(cacheFolder(env, "/home/me", platform)).toBe(folder);
});
