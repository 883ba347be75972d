import { toEvent } from "../../../../preview/functions/event/to-event";
import { input, request, response, responseInput } from "../support/exchange";

it("has the structure that AWS documents", () => {
  const given = input({
    request: request({
      path: "/media/index.mpd",
      query: "ID=42&Exp=1619740800&TTL=1440&NoValue=&querymv=val1&querymv=val2%2Cval3",
      headers: [
        ["Host", "video.example.com"],
        ["User-Agent", "Mozilla/5.0"],
        ["Accept", "application/json"],
        ["accept", "application/xml"],
        ["Accept-Language", "en, de"],
        ["Cookie", "id=CookieIdValue; loggedIn=false; empty"],
        ["cookie", "id=second"],
      ],
    }),
  });
  expect(toEvent(given)).toEqual({
    version: "1.0",
    context: {
      distributionDomainName: "d111111abcdef8.cloudfront.net",
      distributionId: "EDFDVBD6EXAMPLE",
      eventType: "viewer-request",
      requestId: "EXAMPLEntjQpEXAMPLE==",
    },
    viewer: { ip: "198.51.100.11" },
    request: {
      method: "GET",
      uri: "/media/index.mpd",
      querystring: {
        ID: { value: "42" },
        Exp: { value: "1619740800" },
        TTL: { value: "1440" },
        NoValue: { value: "" },
        querymv: { value: "val1", multiValue: [{ value: "val1" }, { value: "val2%2Cval3" }] },
      },
      headers: {
        host: { value: "video.example.com" },
        "user-agent": { value: "Mozilla/5.0" },
        accept: {
          value: "application/json",
          multiValue: [{ value: "application/json" }, { value: "application/xml" }],
        },
        "accept-language": { value: "en, de" },
      },
      cookies: {
        id: {
          value: "CookieIdValue",
          multiValue: [{ value: "CookieIdValue" }, { value: "second" }],
        },
        loggedIn: { value: "false" },
        empty: { value: "" },
      },
    },
  });
});

it("shows a response without its body, and its cookies with attributes", () => {
  const given = responseInput(
    response({
      headers: [
        ["Date", "Mon, 04 Apr 2021 18:57:56 GMT"],
        ["Set-Cookie", "ID=id1234; Expires=Wed, 05 Apr 2021 07:28:00 GMT"],
        ["set-cookie", "Cookie1=val1; Secure; Path=/; Domain=example.com"],
        ["Set-Cookie", "Cookie1=val2"],
      ],
    }),
  );
  expect(toEvent(given).response).toEqual({
    statusCode: 200,
    statusDescription: "OK",
    headers: { date: { value: "Mon, 04 Apr 2021 18:57:56 GMT" } },
    cookies: {
      ID: { value: "id1234", attributes: "Expires=Wed, 05 Apr 2021 07:28:00 GMT" },
      Cookie1: {
        value: "val1",
        attributes: "Secure; Path=/; Domain=example.com",
        multiValue: [
          { value: "val1", attributes: "Secure; Path=/; Domain=example.com" },
          { value: "val2" },
        ],
      },
    },
  });
});

it("has an empty query string object when there is no query string", () => {
  expect(toEvent(input()).request.querystring).toEqual({});
});

it.each([
  "Connection",
  "X-Amz-Cf-Id",
  "X-Edge-Location",
  "CloudFront-Viewer-Cert-Pem",
  "Client-Cert",
  "Client-Cert-Chain",
  "X-Forwarded-Proto",
  "X-Real-IP",
  "Upgrade",
])("does not show %s", (name) => {
  const given = input({ request: request({ headers: [[name, "x"]] }) });
  expect(toEvent(given).request.headers).toEqual({});
});

it("has no trap in fields named like properties of objects", () => {
  const given = input({
    request: request({ query: "__proto__=1&constructor=2", headers: [["__proto__", "3"]] }),
  });
  const shown = JSON.parse(JSON.stringify(toEvent(given)));
  expect(Object.entries(shown.request.querystring)).toEqual([
    ["__proto__", { value: "1" }],
    ["constructor", { value: "2" }],
  ]);
  expect(Object.keys(shown.request.headers)).toEqual(["__proto__"]);
});
