import { readForwarding } from "../../../stacks/settings/beanstalk-forwarding";

const headers = (value: string) => readForwarding({ BEANSTALK_HEADERS: value }).headers;

describe("what is forwarded", () => {
  it("is query and cookies, unless they are dropped", () => {
    expect(readForwarding({})).toEqual({ queryStrings: true, cookies: true, headers: [] });
    expect(
      readForwarding({ BEANSTALK_DROP_QUERY: "on", BEANSTALK_DROP_COOKIES: "on" }),
    ).toMatchObject({ queryStrings: false, cookies: false });
  });

  it("may be all headers, or up to seven besides those of CORS", () => {
    expect(headers("all")).toBe("all");
    expect(headers("Accept, X-Tenant")).toEqual(["Accept", "X-Tenant"]);
    expect(headers("A,B,C,D,E,F,G")).toHaveLength(7);
  });

  it.each([
    [
      "A,B,C,D,E,F,G,H",
      "BEANSTALK_HEADERS may name 7 headers besides those of CORS, got 8; set it to all",
    ],
    [
      "authorization",
      'BEANSTALK_HEADERS must not name a header that CloudFront sends only with all the others; set it to all, got "authorization"',
    ],
    ["Accept-Encoding", "sends only with all the others; set it to all"],
    ["Origin", 'must not name a header that is sent already, got "Origin"'],
    ["X-A,x-a", "must not name a header that is sent already"],
    ["all,X-A", 'must be all alone, or names of headers, got "all"'],
    ["X A", 'must be names of headers, or all, got "X A"'],
  ])("may not be %s", (value, message) => {
    expect(() => headers(value)).toThrow(message);
  });
});
