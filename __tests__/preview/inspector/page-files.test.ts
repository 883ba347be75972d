import { readPageFiles } from "../../../preview/inspector/page-files";

const files = readPageFiles();
const text = (path: string): string => Buffer.from(files.get(path)?.content ?? []).toString();
const paths = [...files.keys()];

it("serves the page at / and every module that is imported", () => {
  expect(files.get("/")?.type).toBe("text/html; charset=utf-8");
  const imported = paths
    .filter((path) => path.endsWith(".js"))
    .flatMap((path) => [...text(path).matchAll(/from "\.(\/[^"]+)"/g)].map((match) => match[1]));
  const linked = [...text("/").matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);
  expect(imported.length).toBeGreaterThan(5);
  for (const path of [...imported, ...linked]) expect(paths).toContain(path);
});

it("has no inline script or style, and names no other host", () => {
  const html = text("/");
  expect(html).not.toMatch(/<style|style=|\son[a-z]+=|<script(?![^>]*\ssrc=)/i);
  for (const path of paths.filter((one) => one !== "/favicon.svg")) {
    const urls = text(path).match(/https?:\/\/[^\s"'`]+/g) ?? [];
    expect(urls.filter((url) => !url.startsWith("http://www.w3.org/"))).toEqual([]);
  }
});

it("never makes markup of text", () => {
  for (const path of paths.filter((one) => one.endsWith(".js"))) {
    expect(text(path)).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser/,
    );
  }
});
