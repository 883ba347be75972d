import { Socket } from "node:net";
import { type Preview, startPreview } from "../../preview/server";
import { siteStack } from "../preview/support/site-stack";
import { sendRaw } from "../preview/support/viewer";
import { plainAnswer, type RawOrigin, startRawOrigin } from "./support/raw-origin";

const HOSTS = [
  "169.254.169.254",
  "[fd00:ec2::254]",
  "[::ffff:169.254.169.254]",
  "metadata.google.internal",
  "evil.example",
  "10.0.0.1",
  "192.168.0.1:8080",
  "127.0.0.1:22",
  "localhost:6379",
  "[::1]:5432",
  "0.0.0.0:80",
  "2130706433",
  "0x7f000001",
  "017700000001",
  "127.1",
  "0",
  "user:password@10.0.0.1",
  "app.example.com.evil.example",
  "backend.example.com@evil.example",
  "xn--evil.example",
];

/** Requests that name a host in every place where a server might take it from. */
const PLACES: Readonly<Record<string, (host: string, own: string) => string>> = {
  "absolute target": (host, own) => `GET http://${host}/backend/x HTTP/1.1\r\nHost: ${own}`,
  "target with two slashes": (host, own) => `GET //${host}/backend/x HTTP/1.1\r\nHost: ${own}`,
  "target with a backslash": (host, own) => `GET /\\${host}/backend/x HTTP/1.1\r\nHost: ${own}`,
  "target with a user": (host, own) => `GET /backend/@${host}/ HTTP/1.1\r\nHost: ${own}`,
  "target with dots": (host, own) => `GET /backend/../..//${host}/ HTTP/1.1\r\nHost: ${own}`,
  "encoded slashes": (host, own) => `GET /backend/%2f%2f${host}%2f HTTP/1.1\r\nHost: ${own}`,
  "query string": (host, own) => `GET /backend/x?url=http://${host}/ HTTP/1.1\r\nHost: ${own}`,
  Host: (host) => `GET /backend/x HTTP/1.1\r\nHost: ${host}`,
  "forwarding headers": (host, own) =>
    `GET /backend/x HTTP/1.1\r\nHost: ${own}\r\nX-Forwarded-Host: ${host}\r\nForwarded: host=${host}\r\nX-Original-URL: http://${host}/`,
  "redirect of the origin": (host, own) => `GET /backend/redirect/${host} HTTP/1.1\r\nHost: ${own}`,
};

let origin: RawOrigin;
let preview: Preview;

beforeAll(async () => {
  origin = await startRawOrigin((socket, path) => {
    const to = path.split("/redirect/")[1];
    if (to === undefined) socket.write(plainAnswer("fine"));
    else socket.write(`HTTP/1.1 302 Found\r\nLocation: http://${to}/\r\nContent-Length: 0\r\n\r\n`);
  });
  preview = await startPreview(
    { stack: siteStack() },
    { port: 0, httpsPort: 0, origins: { backend: origin.url } },
  );
});

afterAll(async () => {
  await preview.close();
  await origin.close();
});

it(`${HOSTS.length * Object.keys(PLACES).length} forged requests open no connection but to listed origins (V5)`, async () => {
  const port = Number(new URL(preview.urls.http).port);
  const connected = jest.spyOn(Socket.prototype, "connect");
  const requests = HOSTS.flatMap((host) =>
    Object.values(PLACES).map((place) => `${place(host, `localhost:${port}`)}\r\n\r\n`),
  );
  for (let index = 0; index < requests.length; index += 20) {
    await Promise.all(requests.slice(index, index + 20).map((one) => sendRaw(port, one)));
  }
  const targets = new Set(connected.mock.calls.map((args) => targetOf(args)));
  connected.mockRestore();
  // The test itself connects to the preview.
  targets.delete(`127.0.0.1:${port}`);
  expect([...targets]).toEqual([`127.0.0.1:${origin.port}`]);
});

/** `connect` gets its arguments as they came, or already sorted in one list. */
function targetOf(args: readonly unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "number") return `${String(second)}:${first}`;
  const { host, port, path } = first as { host?: string; port?: number; path?: string };
  return path === undefined || path === null ? `${host}:${port}` : path;
}
