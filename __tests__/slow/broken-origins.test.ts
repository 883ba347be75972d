import type { Socket } from "node:net";
import { type Preview, startPreview } from "../../preview/server";
import { siteStack } from "../preview/support/site-stack";
import { sendRaw, statusOf } from "../preview/support/viewer";
import { timeOf } from "./support/healthy-viewer";
import { plainAnswer, type RawOrigin, startRawOrigin } from "./support/raw-origin";

const OK = "HTTP/1.1 200 OK\r\n";
const end = (bytes: string) => (socket: Socket) => void socket.end(bytes, "latin1");

/** What a broken origin sends, and what its viewer gets: a status, or a 200 that breaks off. */
const CASES: Readonly<Record<string, readonly [(socket: Socket) => void, number | "broken"]>> = {
  "ends the connection without a word": [(socket) => void socket.end(), 502],
  "resets the connection": [(socket) => void socket.resetAndDestroy(), 502],
  "ends within the status line": [end("HTTP/1.1 20"), 502],
  "ends within the headers": [end(`${OK}Content-Le`), 502],
  "sends garbage": [end("\u0000\u00ff\u0001garbage\r\n\r\n"), 502],
  "speaks another protocol": [end("SSH-2.0-OpenSSH_9.6\r\n"), 502],
  "sends a header with a control character": [end(`${OK}X-A: b\u0000c\r\n\r\n`), 502],
  "sends a status that is none": [end("HTTP/1.1 abc Wrong\r\n\r\n"), 502],
  "sends Content-Length and Transfer-Encoding": [
    end(`${OK}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`),
    502,
  ],
  "sends two lengths": [end(`${OK}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`), 502],
  "sends a negative length": [end(`${OK}Content-Length: -3\r\n\r\nabc`), 502],
  "sends a length that is no number": [end(`${OK}Content-Length: three\r\n\r\nabc`), 502],
  "sends 100 KB of headers": [end(`${OK}X-A: ${"a".repeat(100_000)}\r\n\r\n`), 502],
  "announces more than it sends": [end(`${OK}Content-Length: 1000\r\n\r\nhalf`), "broken"],
  "breaks off between chunks": [
    end(`${OK}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`),
    "broken",
  ],
  "sends a chunk that is none": [
    end(`${OK}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nzz\r\nmore\r\n`),
    "broken",
  ],
  "accepts the request and is silent": [() => {}, 504],
  "stops after its headers": [
    (socket) => void socket.write(`${OK}Content-Length: 1000\r\n\r\nhalf`),
    "broken",
  ],
  "sends more than it announces": [end(`${OK}Content-Length: 4\r\n\r\nhalf and more`), 200],
};

const paths = new Map(Object.keys(CASES).map((name, index) => [`/backend/${index}`, name]));
let origin: RawOrigin;
let preview: Preview;
let port: number;
const errors: unknown[] = [];

beforeAll(async () => {
  origin = await startRawOrigin((socket, path) => {
    const [answer] = CASES[paths.get(path) ?? ""] ?? [];
    if (answer === undefined) socket.write(plainAnswer("fine"));
    else answer(socket);
  });
  preview = await startPreview(
    { stack: impatient() },
    {
      port: 0,
      httpsPort: 0,
      origins: { backend: origin.url },
      onError: (error) => errors.push(error),
    },
  );
  port = Number(new URL(preview.urls.http).port);
});

afterAll(async () => {
  await preview.close();
  await origin.close();
});

/** The site with an origin `backend` that has a second for each answer and each packet. */
function impatient() {
  const text = JSON.stringify(siteStack());
  return JSON.parse(
    text.replaceAll('"http_port":80', '"origin_read_timeout":1,"http_port":80'),
  ) as ReturnType<typeof siteStack>;
}

const ask = (path: string) =>
  sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);

it.each(Object.keys(CASES))("an origin that %s harms one answer and no other", async (name) => {
  const [path = ""] = [...paths].find(([, known]) => known === name) ?? [];
  const asked = ask(path);
  await timeOf(port, "/backend/fine");
  const answer = await asked;
  const expected = CASES[name]?.[1];
  if (expected === "broken") {
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain("half");
    expect(answer).not.toMatch(/\r\n0\r\n\r\n$/);
  } else {
    expect(statusOf(answer)).toBe(expected);
    if (expected !== 200) expect(answer).toMatch(/\r\nX-Cache: Error from cloudfront\r\n/);
  }
  await timeOf(port, "/backend/fine");
  expect(errors).toEqual([]);
});

it("100 viewers of answers that never end hold nothing once they are gone", async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => ask(`/backend/${index % paths.size}`)),
  );
  expect(answers).toHaveLength(100);
  await timeOf(port, "/backend/fine");
  expect(preview.live.current.cacheSize().entries).toBeLessThan(20);
  expect(errors).toEqual([]);
});
