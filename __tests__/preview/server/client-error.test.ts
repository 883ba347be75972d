import { type ParseError, statusOf } from "../../../preview/server/client-error";

const failure = (code: string, rawPacket = ""): ParseError =>
  Object.assign(new Error(code), { code, rawPacket: Buffer.from(rawPacket) });

describe("the status of a request that cannot be read", () => {
  it.each([
    ["HPE_INVALID_METHOD", "", 400],
    ["HPE_INVALID_METHOD", "FOO / HTTP/1.1\r\nHost: a", 403],
    ["HPE_INVALID_METHOD", "get /a?b HTTP/1.0\r\n", 403],
    ["HPE_INVALID_METHOD", "G T / HTTP/1.1\r\nHost: a", 400],
    ["HPE_INVALID_METHOD", "\u0000 / HTTP/1.1\r\n", 400],
    ["HPE_HEADER_OVERFLOW", "GET / HTTP/1.1\r\nA: b", 494],
    ["HPE_HEADER_OVERFLOW", "aaaaaaaaaa", 494],
    ["HPE_HEADER_OVERFLOW", "GET /aaaaaaa", 414],
    ["HPE_HEADER_OVERFLOW", "aaaaaaa HTTP/1.1\r\nHost: a", 414],
    ["ERR_HTTP_REQUEST_TIMEOUT", "", 408],
    ["HPE_CHUNK_EXTENSIONS_OVERFLOW", "", 413],
  ])("%s (%j) is %d", (code, packet, status) => {
    expect(statusOf(failure(code, packet))).toBe(status);
  });
});
