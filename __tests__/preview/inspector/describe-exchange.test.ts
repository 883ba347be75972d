import { describeExchange } from "../../../preview/inspector/describe-exchange";
import type { ShownStep } from "../../../preview/inspector/steps/shown-step";
import {
  allViewerExceptHost,
  behavior,
  cachingDisabled,
  cachingOptimized,
  origin,
  response,
} from "../../support/edge";
import { exchange, inspectedEdge } from "./inspected-edge";

const headings = (steps: readonly ShownStep[]): string[] => steps.map(({ heading }) => heading);

const detail = (steps: readonly ShownStep[], heading: string, title: string) =>
  steps
    .find((step) => step.heading === heading)
    ?.details.find((one) => one.title === title && one.kind === "rows");

it("tells the way from the viewer to the origin and back, in order", async () => {
  const { send } = inspectedEdge({
    orderedBehaviors: [behavior({ pathPattern: "/img/*" }), behavior({ pathPattern: "/api/*" })],
  });
  const { steps, route } = describeExchange(await send("/api/users"));
  expect(headings(steps)).toEqual([
    "The viewer's request",
    "Behavior /api/*",
    "Not in the cache",
    "Sent to origin app",
    "Origin app answered 200",
    "Kept for 1 day",
    "Not compressed",
    "The viewer gets 200",
  ]);
  expect(steps[1]?.sentence).toBe(
    '"/api/*" is the first path pattern that matches /api/users; it leads to "app".',
  );
  expect(steps[1]?.details).toEqual([
    {
      kind: "rows",
      title: "Path patterns, in the order they were tried",
      rows: [
        { name: "/img/*", value: "does not match" },
        { name: "/api/*", value: "matches", mark: "chosen" },
      ],
    },
  ]);
  expect(route).toEqual({
    behavior: "/api/*",
    origin: "app",
    asked: true,
    failed: [],
    errorPage: undefined,
  });
});

it("says what the origin got that the viewer did not send, and what stayed behind by which rule", async () => {
  const { send } = inspectedEdge({
    defaultBehavior: behavior({
      cachePolicy: cachingDisabled,
      originRequestPolicy: allViewerExceptHost,
    }),
    origins: [origin({ customHeaders: [["X-From-Edge", "1"]] })],
  });
  const { steps } = describeExchange(await send("/", { headers: [["X-Mine", "1"]] }));
  expect(detail(steps, "Sent to origin app", "Headers as sent")).toMatchObject({
    rows: expect.arrayContaining([
      { name: "X-Mine", value: "1" },
      { name: "Host", value: "app.example.com", note: "changed on the way", mark: "added" },
      {
        name: "X-From-Edge",
        value: "***",
        note: "not the viewer's: added on the way",
        mark: "added",
      },
    ]),
  });
  expect(detail(steps, "Sent to origin app", "Left behind, and by which rule")).toMatchObject({
    rows: [{ name: "Host", value: "header", mark: "removed", note: expect.any(String) }],
  });
});

it("says of a hit that no origin was asked, and who answered before", async () => {
  const { send } = inspectedEdge({ defaultBehavior: behavior({ cachePolicy: cachingOptimized }) });
  await send("/a.css");
  const { steps, route } = describeExchange(await send("/a.css"));
  expect(headings(steps)).toContain("In the cache");
  expect(steps.find(({ heading }) => heading === "In the cache")?.sentence).toBe(
    "The object is in the cache and fresh; no origin is asked (default TTL: the origin says nothing).",
  );
  expect(route).toMatchObject({ origin: "app", asked: false });
});

it("marks the origin that failed and the one that answered", async () => {
  const { send } = inspectedEdge(
    {
      defaultBehavior: behavior({ targetOriginId: "both", cachePolicy: cachingDisabled }),
      origins: [origin(), origin({ id: "backup" })],
      originGroups: [{ id: "both", statusCodes: [503], members: ["app", "backup"] }],
    },
    { app: () => response(503), backup: () => response(200) },
  );
  const { steps, route } = describeExchange(await send("/"));
  expect(route).toMatchObject({ origin: "backup", failed: ["app"] });
  expect(steps.find(({ heading }) => heading === "Failover to origin backup")?.sentence).toBe(
    "Origin app counts as 503, which the origin group lists, so the second origin is asked.",
  );
});

it("shows which behavior an error page came through", async () => {
  const { send } = inspectedEdge(
    {
      orderedBehaviors: [behavior({ pathPattern: "/api/*" })],
      customErrorResponses: [
        { errorCode: 404, responseCode: 200, responsePagePath: "/a.html", errorCachingMinTtl: 0 },
      ],
    },
    ({ path }) => response(path === "/a.html" ? 200 : 404),
  );
  const { steps, route, notes } = describeExchange(await send("/api/x"));
  expect(route).toMatchObject({ behavior: "/api/*", errorPage: "*" });
  expect(steps.find(({ heading }) => heading === "Custom error response for 404")?.sentence).toBe(
    "The distribution shows /a.html with 200 instead of the 404, whatever the behavior.",
  );
  expect(notes.join()).toContain('the error page /a.html comes through behavior "*"');
});

it("ends where CloudFront ends: a redirect, a refusal", async () => {
  const { send } = inspectedEdge({
    defaultBehavior: behavior({
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
    }),
  });
  const redirect = describeExchange(await send("/x", { protocol: "http" }));
  expect(headings(redirect.steps).slice(2)).toEqual(["Redirected with 301", "The viewer gets 301"]);
  const refused = describeExchange(await send("/x", { method: "PUT" }));
  expect(refused.steps[2]).toMatchObject({
    heading: "Refused with 403",
    sentence: "CloudFront refuses the request itself (allowed methods); no origin is asked.",
    tone: "bad",
  });
});

it("says of an origin that does not answer what went wrong", async () => {
  const { send } = inspectedEdge({ origins: [origin({ connectionAttempts: 1 })] }, () => {
    throw new Error("it is off");
  });
  const { steps } = describeExchange(await send("/"));
  expect(steps.find(({ tone }) => tone === "bad")).toMatchObject({
    heading: "No answer from origin app",
    details: [{ rows: [{ name: "Failure", value: "protocol: it is off" }] }],
  });
});

it("tells who wrote a header of the response", async () => {
  const { send } = inspectedEdge({
    defaultBehavior: behavior({
      responseHeadersPolicy: {
        id: "p",
        name: "mine",
        securityHeaders: [{ name: "X-Frame-Options", value: "DENY", override: true }],
        customHeaders: [],
        removeHeaders: ["X-Powered-By"],
      },
    }),
  });
  const { steps } = describeExchange(await send("/"));
  expect(detail(steps, "The viewer gets 200", "Headers")).toMatchObject({
    rows: expect.arrayContaining([
      { name: "X-Frame-Options", value: "DENY", note: "response headers policy" },
      { name: "X-Cache", value: "Miss from cloudfront", note: "CloudFront" },
    ]),
  });
});

it("says of a direct request that CloudFront had no part in it", () => {
  const direct = exchange({ target: "api", apiHost: "api.example.com" });
  const { steps, route } = describeExchange({ id: 1, ...direct });
  expect(headings(steps)).toEqual([
    "The viewer's request",
    "Past the distribution",
    "The viewer gets 200",
  ]);
  expect(route).toMatchObject({ behavior: undefined, origin: undefined, asked: false });
});
