// Requests that no client sends, the same ones in every run.

const METHODS = ["GET", "POST", "get", "G T", "", "CONNECT", "PRI", "DELETE", "\u0000"];
const TARGETS = [
  "/",
  "/../../etc/passwd",
  "/%2e%2e/%00",
  "//evil.example/",
  "/\\evil.example",
  "http://169.254.169.254/",
  "*",
  "/a#b",
  `/${"a".repeat(9000)}`,
  "/?%",
  "/%zz",
  "/\u00ff\u0080",
  "",
];
const VERSIONS = ["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "http/1.1", "HTTP/1.1 x", ""];
const FIELDS = [
  "Host: evil.example",
  "Host:",
  "Content-Length: -1",
  "Content-Length: 5",
  "Content-Length: 99999999999999999999",
  "Transfer-Encoding: chunked",
  "Transfer-Encoding: xchunked",
  "Expect: 100-continue",
  "Expect: something",
  "Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
  "Connection: Upgrade\r\nUpgrade: websocket",
  "Range: bytes=9-1,-,x",
  "If-Modified-Since: never",
  "Authorization: AWS4-HMAC-SHA256 Credential=",
  "Cookie: =;;;=\u0001",
  ": nothing",
  "X-A\u0000: b",
  " folded",
  `X-Long: ${"b".repeat(20_000)}`,
  "Accept-Encoding: gzip;q=x, br;q=9",
];
const BODIES = [
  "",
  "12345",
  "5\r\nabc",
  "0\r\n\r\n",
  "zz\r\n",
  "\u0000".repeat(50),
  "GET / HTTP/1.1",
];
const LINE_ENDS = ["\r\n", "\r\n", "\r\n", "\n", "\r"];

/** Requests made of pieces that are each wrong in their own way, from a fixed seed. */
export function malformedRequests(count: number, port: number): Buffer[] {
  let state = 20_261_121;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? "";
  return Array.from({ length: count }, () => {
    const end = pick(LINE_ENDS);
    const fields = Array.from({ length: below(4) }, () => pick(FIELDS));
    const host = below(4) === 0 ? [] : [`Host: localhost:${port}`];
    const lines = [`${pick(METHODS)} ${pick(TARGETS)} ${pick(VERSIONS)}`, ...host, ...fields];
    const bytes = Buffer.from(`${lines.join(end)}${end}${end}${pick(BODIES)}`, "latin1");
    for (let flips = below(3); flips > 0; flips -= 1) bytes[below(bytes.length)] = below(256);
    return below(10) === 0 ? bytes.subarray(0, below(bytes.length)) : bytes;
  });
}
