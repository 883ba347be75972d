import { edgeRequest, type Incoming, readHead } from "../../../preview/server/incoming";

const incoming = (changes: object) =>
  ({
    method: "GET",
    url: "/a",
    rawHeaders: [],
    httpVersionMajor: 1,
    httpVersionMinor: 1,
    socket: { remoteAddress: "::ffff:127.0.0.1" },
    ...changes,
  }) as unknown as Incoming;

describe("a request's head", () => {
  it("keeps order, spelling and repetition of header fields", () => {
    const rawHeaders = ["HOST", "a", "X-B", "1", "x-b", "2", "Cookie", "a=1", "Cookie", "b=2"];
    expect(readHead(incoming({ rawHeaders }))).toEqual({
      method: "GET",
      target: "/a",
      headers: [
        ["HOST", "a"],
        ["X-B", "1"],
        ["x-b", "2"],
        ["Cookie", "a=1"],
        ["Cookie", "b=2"],
      ],
      protocol: "http",
      httpVersion: "1.1",
      clientIp: "127.0.0.1",
    });
  });

  it("of HTTP/2 gets a Host from its authority, and one field of cookies", () => {
    const rawHeaders = [
      ...[":method", "GET", ":authority", "localhost:8443", ":path", "/a"],
      ...["cookie", "a=1", "accept", "*/*", "cookie", "b=2"],
    ];
    const socket = { remoteAddress: "127.0.0.1", encrypted: true };
    const head = readHead(incoming({ rawHeaders, httpVersionMajor: 2, socket }));
    expect(head.headers).toEqual([
      ["Host", "localhost:8443"],
      ["accept", "*/*"],
      ["cookie", "a=1; b=2"],
    ]);
    expect(head).toMatchObject({ httpVersion: "2.0", protocol: "https" });
  });

  it("of HTTP/2 with a Host that contradicts its authority keeps both, so that it is refused", () => {
    const rawHeaders = [":authority", "localhost:8443", "host", "evil.example"];
    const { headers } = readHead(incoming({ rawHeaders, httpVersionMajor: 2 }));
    expect(headers).toEqual([
      ["Host", "localhost:8443"],
      ["host", "evil.example"],
    ]);
  });
});

it("splits a target without decoding it", () => {
  const split = (url: string) => {
    const { path, query, hasBareQuestionMark } = edgeRequest(
      readHead(incoming({ url })),
      new Uint8Array(),
    );
    return { path, query, hasBareQuestionMark };
  };
  expect(split("/a%2Fb/../c?x=%20?&y")).toEqual({
    path: "/a%2Fb/../c",
    query: "x=%20?&y",
    hasBareQuestionMark: false,
  });
  expect(split("/a")).toEqual({ path: "/a", query: "", hasBareQuestionMark: false });
  expect(split("/a?")).toEqual({ path: "/a", query: "", hasBareQuestionMark: true });
});
