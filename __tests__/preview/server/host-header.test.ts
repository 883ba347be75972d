import { hostProblem, localHostProblem, readHost } from "../../../preview/server/host-header";

describe("the Host header (V2)", () => {
  it.each([
    [["localhost:8080"], undefined],
    [["LOCALHOST:8080"], undefined],
    [["127.0.0.1:8080"], undefined],
    [["[::1]:8080"], undefined],
    [["app.example.com"], undefined],
    [["app.example.com:8080"], undefined],
    [["evil.example:8080"], undefined],
    [["localhost:8081"], 421],
    [["app.example.com:443"], 421],
    [[], 400],
    [["localhost:8080", "localhost:8080"], 400],
    [["localhost:8080", "evil.example"], 400],
    [[""], 400],
    [["user@localhost:8080"], 400],
    [["localhost:8080/"], 400],
    [["localhost:8080, evil.example"], 400],
    [["localhost:port"], 400],
    [["loc alhost"], 400],
    [["::1"], 400],
    [["localhost:999999"], 400],
  ])("%j on port 8080 gives %p; names are for the edge to refuse", (hosts, status) => {
    expect(hostProblem(hosts, 8080)?.status).toBe(status);
  });

  it.each([
    [["localhost:9001"], undefined],
    [["[::1]:9001"], undefined],
    [["localhost"], 421],
    [["evil.example:9001"], 421],
    [["localhost.evil.example:9001"], 421],
    [["127.0.0.1.:9001"], 421],
  ])("%j on the API's port 9001 gives %p: it has local names only", (hosts, status) => {
    expect(localHostProblem(hosts, 9001)?.status).toBe(status);
  });

  it("splits name and port", () => {
    expect(readHost("[::1]:80")).toEqual({ name: "[::1]", port: 80 });
    expect(readHost("A.example")).toEqual({ name: "a.example", port: undefined });
  });
});
