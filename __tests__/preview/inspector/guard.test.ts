import { refusalOf } from "../../../preview/inspector/guard";
import type { HeaderList } from "../../../preview/messages";

const PORT = 9090;
const OWN = "http://127.0.0.1:9090";
const ask = (method: string, target: string, headers: HeaderList = []) =>
  refusalOf({ method, target, headers: [["Host", "127.0.0.1:9090"], ...headers] }, PORT)?.status;

it.each([
  ["127.0.0.1:9090", undefined],
  ["localhost:9090", undefined],
  ["[::1]:9090", undefined],
  ["127.0.0.1", 421],
  ["127.0.0.1:9091", 421],
  ["evil.example:9090", 421],
  ["localhost.evil.example:9090", 421],
  ["127.0.0.1.nip.io:9090", 421],
  ["0.0.0.0:9090", 421],
  ["127.1:9090", 421],
  ["2130706433:9090", 421],
  ["user@127.0.0.1:9090", 400],
  ["127.0.0.1:9090/", 400],
  ["", 400],
])("Host %j is answered with %s", (host, status) => {
  const headers: HeaderList = [["Host", host]];
  expect(refusalOf({ method: "GET", target: "/", headers }, PORT)?.status).toBe(status);
});

it("refuses two Hosts, and none", () => {
  expect(ask("GET", "/", [["Host", "127.0.0.1:9090"]])).toBe(400);
  expect(refusalOf({ method: "GET", target: "/", headers: [] }, PORT)?.status).toBe(400);
});

it.each([
  [OWN, undefined],
  ["null", 403],
  ["http://127.0.0.1:8080", 403],
  ["http://localhost:9090", 403],
  ["https://127.0.0.1:9090", 403],
  ["https://evil.example", 403],
  ["http://127.0.0.1:9090.evil.example", 403],
  [`${OWN}/`, 403],
])("a POST of Origin %j is answered with %s", (origin, status) => {
  expect(ask("POST", "/clear", [["Origin", origin]])).toBe(status);
});

it("refuses a POST without an Origin, or with two", () => {
  expect(ask("POST", "/clear")).toBe(403);
  expect(
    ask("POST", "/clear", [
      ["Origin", OWN],
      ["Origin", OWN],
    ]),
  ).toBe(403);
});

it.each(["cross-site", "same-site"])("refuses what a %s page embeds or fetches", (site) => {
  expect(ask("GET", "/exchanges/1.json", [["Sec-Fetch-Site", site]])).toBe(403);
  expect(ask("GET", "/events", [["Sec-Fetch-Site", site]])).toBe(403);
  const link: HeaderList = [
    ["Sec-Fetch-Site", site],
    ["Sec-Fetch-Mode", "navigate"],
  ];
  expect(ask("GET", "/", link)).toBeUndefined();
  expect(ask("GET", "/exchanges/1.json", link)).toBe(403);
});

it.each(["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"])("does not take %s", (method) => {
  expect(ask(method, "/")).toBe(405);
});

it.each(["http://169.254.169.254/x", "//evil.example/", "/\\evil", "/#x", "*"])(
  "refuses the target %s",
  (target) => {
    expect(ask("GET", target)).toBe(400);
  },
);
