import { toLambdaEvent } from "../../../../preview/functions/lambda/to-lambda-event";
import { input, request, response, responseInput } from "../support/exchange";
import { bucketOrigin, customOrigin } from "../support/origins";

const recordOf = (...args: Parameters<typeof toLambdaEvent>) =>
  toLambdaEvent(...args).Records[0].cf;

it("has the structure that AWS documents", () => {
  const given = input({
    request: request({
      path: "/picture.jpg",
      query: "size=large",
      headers: [
        ["Host", "d.cloudfront.net"],
        ["accept", "a"],
        ["Accept", "b"],
        ["Cookie", "a=1"],
        ["X-Edge-Location", "x"],
      ],
    }),
  });
  expect(recordOf(given, "without-body")).toEqual({
    config: {
      distributionDomainName: "d111111abcdef8.cloudfront.net",
      distributionId: "EDFDVBD6EXAMPLE",
      eventType: "viewer-request",
      requestId: "EXAMPLEntjQpEXAMPLE==",
    },
    request: {
      clientIp: "198.51.100.11",
      method: "GET",
      uri: "/picture.jpg",
      querystring: "size=large",
      headers: {
        host: [{ key: "Host", value: "d.cloudfront.net" }],
        accept: [
          { key: "accept", value: "a" },
          { key: "Accept", value: "b" },
        ],
        cookie: [{ key: "Cookie", value: "a=1" }],
      },
    },
  });
});

it("shows the status of a response as text, and not its body", () => {
  const given = responseInput(
    response({
      headers: [
        ["Set-Cookie", "a=1"],
        ["Set-Cookie", "b=2"],
      ],
    }),
  );
  expect(recordOf(given, "with-body").response).toEqual({
    status: "200",
    statusDescription: "OK",
    headers: {
      "set-cookie": [
        { key: "Set-Cookie", value: "a=1" },
        { key: "Set-Cookie", value: "b=2" },
      ],
    },
  });
});

it("shows the origin in origin events only", () => {
  expect(recordOf(input({ origin: customOrigin }), "without-body").request.origin).toBeUndefined();
  expect(
    recordOf(input({ event: "origin-request", origin: customOrigin }), "without-body").request
      .origin,
  ).toEqual({
    custom: {
      customHeaders: { "x-secret": [{ key: "X-Secret", value: "s" }] },
      domainName: "api.example.com",
      keepaliveTimeout: 5,
      path: "/v1",
      port: 443,
      protocol: "https",
      readTimeout: 30,
      sslProtocols: ["TLSv1.2"],
    },
  });
  expect(
    recordOf(
      responseInput(response(), { event: "origin-response", origin: bucketOrigin }),
      "without-body",
    ).request.origin,
  ).toEqual({
    s3: {
      authMethod: "none",
      customHeaders: {},
      domainName: "site.s3.eu-west-1.amazonaws.com",
      path: "",
      region: "eu-west-1",
    },
  });
});

it("shows the body in base64 when it is included, cut off at 40 KB for viewers and 1 MB for origins", () => {
  const body = Buffer.alloc(50_000, "x");
  const viewer = recordOf(input({ request: request({ body }) }), "with-body").request.body;
  expect(viewer).toEqual({
    inputTruncated: true,
    action: "read-only",
    encoding: "base64",
    data: body.subarray(0, 40_960).toString("base64"),
  });
  const origin = recordOf(
    input({ event: "origin-request", request: request({ body }) }),
    "with-body",
  ).request.body;
  expect(origin).toEqual({
    inputTruncated: false,
    action: "read-only",
    encoding: "base64",
    data: body.toString("base64"),
  });
  expect(
    recordOf(input({ request: request({ body }) }), "without-body").request.body,
  ).toBeUndefined();
});
