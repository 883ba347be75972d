import { createServer } from "node:http";
import { httpOrigin } from "../../../../preview/origins/http-origin";
import { read, request } from "../support/exchange";
import { closeServers, listen } from "../support/listen";
import { settings } from "../support/origin-settings";

afterAll(closeServers);

const EVIL = [
  "169.254.169.254",
  "[::1]",
  "localhost",
  "evil.example",
  "127.0.0.1",
  "2130706433",
  "0x7f.1",
];
const SHAPES = [
  "//HOST/x",
  "///HOST/x",
  "/\\HOST/x",
  "/@HOST/x",
  "/x@HOST",
  "/http://HOST/x",
  "/https:HOST",
  "/.HOST",
  "/%2f%2fHOST",
  "/..//HOST",
  "/%2e%2e/%2fHOST",
  "/;@HOST",
  "/a?u=http://HOST/",
  "/a?@HOST#x",
  "/:80@HOST",
];

it("reaches the host that was named and no other, whatever a request asks for", async () => {
  let other = 0;
  const wrong = await listen(
    createServer((_, out) => {
      other += 1;
      out.end("wrong");
    }),
  );
  const port = await listen(createServer((_, out) => out.end("right")));
  const origin = httpOrigin({ origin: settings(), url: `http://127.0.0.1:${port}` });
  const targets = EVIL.flatMap((host) =>
    SHAPES.map((shape) => shape.replace("HOST", `${host}:${wrong}`)),
  );
  const asked = targets.flatMap((target) => [
    request(target, { host: "app.example.com" }),
    request("/", {
      host: `127.0.0.1:${wrong}`,
      headers: [
        ["X-Forwarded-Host", target],
        ["Location", target],
      ],
    }),
  ]);
  expect(asked.length).toBeGreaterThan(200);
  for (const one of asked) {
    const answer = await read(
      await origin(one).catch(() => ({ status: 502, headers: [], body: Buffer.from("") })),
    );
    expect(["right", ""]).toContain(answer.text);
  }
  expect(other).toBe(0);
});
