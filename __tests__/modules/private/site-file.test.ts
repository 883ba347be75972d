import { cacheControl, contentType, fileId, isHashed } from "../../../modules/private/site-file";

it.each([
  ["index.html", "text/html; charset=utf-8"],
  ["app.js", "text/javascript; charset=utf-8"],
  ["app.css", "text/css; charset=utf-8"],
  ["data.json", "application/json; charset=utf-8"],
  ["icon.svg", "image/svg+xml"],
  ["font.woff2", "font/woff2"],
  ["module.wasm", "application/wasm"],
  ["photo.JPG", "image/jpeg"],
  ["LICENSE", "application/octet-stream"],
])("%s is served as %s", (key, type) => {
  expect(contentType(key)).toBe(type);
});

it.each([
  "assets/index-BfX9zQ2k.js",
  "assets/index-D4q_3k-Z.css",
  "main.8f3a9c1b.css",
  "static/js/main.8f3a9c1b.chunk.js",
  "chunk-0a1b2c3d4e5f60718293a4b5c6d7e8f9.js",
  "app.3f9c2b1e.js.map",
])("%s changes its name with its content", (key) => {
  expect(isHashed(key)).toBe(true);
});

it.each([
  "app.js",
  "app-component.js",
  "my-MyWidget.js",
  "report-20240101.pdf",
  "font-awesome5.css",
  "jquery-3.7.1.min.js",
  "deadbeef/app.js",
  "main.deadbeef.css",
])("%s may keep its name when its content changes", (key) => {
  expect(isHashed(key)).toBe(false);
});

it.each([
  ["index.html", "no-cache"],
  ["docs/page-0a1b2c3d.html", "no-cache"],
  ["config.json", "no-cache"],
  ["sw.js", "no-cache"],
  ["app/service-worker.js", "no-cache"],
  ["app.webmanifest", "no-cache"],
  ["main.8f3a9c1b.css", "public, max-age=31536000, immutable"],
  ["favicon.svg", "public, max-age=300"],
  ["swatch.js", "public, max-age=300"],
])("%s may be kept: %s", (key, expected) => {
  expect(cacheControl(key)).toBe(expected);
});

it.each([
  ["index.html", "index_html"],
  ["assets/app-1a2b.js", "assets__app-1a2b_js"],
  ["404.html", "_404_html"],
  ["README.txt", "_README_txt"],
])("the resource of %s is called %s", (key, id) => {
  expect(fileId(key)).toBe(id);
});

it("gives two keys that look alike two names", () => {
  const keys = [
    "a/b.js",
    "a.b.js",
    "a_b.js",
    "a__b.js",
    "a/b_js",
    "a b.js",
    "_404.html",
    "404.html",
  ];
  expect(new Set(keys.map(fileId)).size).toBe(keys.length);
});
