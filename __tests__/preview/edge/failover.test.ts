import type { Cancellation } from "../../../preview/cancellation";
import type { Origin } from "../../../preview/edge-model";
import { type EdgeResponse, OriginFailure } from "../../../preview/messages";
import { behavior, type OriginBehavior, origin, response, testEdge } from "../../support/edge";

const failing =
  (reason: OriginFailure["reason"]): OriginBehavior =>
  () => {
    throw new OriginFailure(reason, "it failed");
  };

describe("an origin that gives no response", () => {
  it.each([
    ["dns", 502, 1],
    ["refused", 502, 3],
    ["tls", 502, 1],
    ["protocol", 502, 1],
    ["connect-timeout", 504, 3],
    ["response-timeout", 504, 3],
  ] as const)("(%s) gives %s after %s attempts of a GET", async (reason, status, attempts) => {
    const site = testEdge({}, failing(reason));
    expect(await site.get("/a")).toMatchObject({ status, xCache: "Error from cloudfront" });
    expect(site.asked).toHaveLength(attempts);
  });

  it.each([
    ["response-timeout", "HEAD", 2],
    ["response-timeout", "POST", 1],
    ["response-timeout", "PUT", 1],
    ["response-timeout", "PATCH", 1],
    ["response-timeout", "DELETE", 1],
    ["response-timeout", "OPTIONS", 1],
    ["connect-timeout", "POST", 2],
    ["refused", "DELETE", 2],
    ["tls", "GET", 1],
  ] as const)(
    "(%s) is asked by %s %s times with two connection attempts",
    async (reason, method, attempts) => {
      const site = testEdge({ origins: [origin({ connectionAttempts: 2 })] }, failing(reason));
      await site.get("/a", { method });
      expect(site.asked).toHaveLength(attempts);
    },
  );

  it("is asked again and may answer", async () => {
    const site = testEdge({}, (sent, count) =>
      count === 1 ? failing("refused")(sent, count) : response(200, [], "ok"),
    );
    expect((await site.get("/a")).body).toBe("ok");
  });

  it("gives 504 when it takes longer than its response timeout", async () => {
    const late: OriginBehavior = () => new Promise<EdgeResponse>(() => {});
    const site = testEdge(
      { origins: [origin({ readTimeoutSeconds: 0.02, connectionAttempts: 1 })] },
      late,
    );
    expect((await site.get("/a")).status).toBe(504);
  });

  it("gives 504 when the whole response takes longer than its completion timeout", async () => {
    const late: OriginBehavior = () => new Promise<EdgeResponse>(() => {});
    const slow = origin({
      readTimeoutSeconds: 5,
      responseCompletionTimeoutSeconds: 0.02,
      connectionAttempts: 1,
    });
    expect((await testEdge({ origins: [slow] }, late).get("/a")).status).toBe(504);
  });

  it("is not asked again when its completion timeout is over", async () => {
    const late: OriginBehavior = () => new Promise<EdgeResponse>(() => {});
    const slow = origin({
      readTimeoutSeconds: 0.02,
      responseCompletionTimeoutSeconds: 0.02,
      connectionAttempts: 3,
    });
    const site = testEdge({ origins: [slow] }, late);
    expect((await site.get("/a")).status).toBe(504);
    expect(site.asked).toHaveLength(1);
  });

  it("tells its fetch to stop when it is too late", async () => {
    let stopped: Cancellation | undefined;
    const site = testEdge(
      { origins: [origin({ readTimeoutSeconds: 0.02, connectionAttempts: 1 })] },
      (_, __, cancellation) => {
        stopped = cancellation;
        return new Promise<EdgeResponse>(() => {});
      },
    );
    await site.get("/a");
    expect(stopped?.isCancelled).toBe(true);
  });

  it("gives 502 when its headers are over 32,768 bytes", async () => {
    const site = testEdge({}, () => response(200, [["X", "v".repeat(33_000)]]));
    expect((await site.get("/a")).status).toBe(502);
  });
});

describe("an origin group", () => {
  const group = (
    statusCodes: number[],
    primary: Partial<Origin> = {},
    cachedMethods = ["GET", "HEAD"],
  ) => ({
    defaultBehavior: behavior({ targetOriginId: "group", cachedMethods }),
    origins: [
      origin({ id: "primary", connectionAttempts: 1, ...primary }),
      origin({ id: "secondary", originPath: "/backup" }),
    ],
    originGroups: [{ id: "group", statusCodes, members: ["primary", "secondary"] }],
  });
  const answers = (primary: OriginBehavior) => ({
    primary,
    secondary: () => response(200, [], "backup"),
  });

  it.each([400, 403, 404, 416, 429, 500, 502, 503, 504])(
    "asks the secondary origin after a %s",
    async (status) => {
      const site = testEdge(
        group([status]),
        answers(() => response(status)),
      );
      expect(await site.get("/a")).toMatchObject({ status: 200, body: "backup" });
      expect(site.asked.map(({ originId, path }) => [originId, path])).toEqual([
        ["primary", "/a"],
        ["secondary", "/backup/a"],
      ]);
    },
  );

  it("does not after a code that it does not list", async () => {
    const site = testEdge(
      group([500]),
      answers(() => response(404)),
    );
    expect((await site.get("/a")).status).toBe(404);
  });

  it.each([
    ["refused", [503], 200],
    ["connect-timeout", [503], 200],
    ["dns", [503], 200],
    ["refused", [504], 502],
    ["response-timeout", [504], 200],
    ["response-timeout", [503], 504],
    ["tls", [502], 200],
  ] as const)("after %s with %j gives %s", async (reason, codes, status) => {
    const site = testEdge(group([...codes]), answers(failing(reason)));
    expect((await site.get("/a")).status).toBe(status);
  });

  it.each([
    ["HEAD", ["GET", "HEAD"], 2],
    ["OPTIONS", ["GET", "HEAD", "OPTIONS"], 2],
    ["OPTIONS", ["GET", "HEAD"], 1],
    ["POST", ["GET", "HEAD"], 1],
    ["PUT", ["GET", "HEAD"], 1],
    ["DELETE", ["GET", "HEAD"], 1],
  ])("for %s with %j cached asks %s origins", async (method, cachedMethods, count) => {
    const site = testEdge(
      group([500], {}, cachedMethods),
      answers(() => response(500)),
    );
    await site.get("/a", { method });
    expect(site.asked).toHaveLength(count);
  });

  it("gives the secondary's error when both fail", async () => {
    const site = testEdge(group([500]), {
      primary: () => response(500),
      secondary: () => response(404, [], "gone"),
    });
    expect(await site.get("/a")).toMatchObject({ status: 404, body: "gone" });
  });

  it("says in the trace why it asked the second", async () => {
    const site = testEdge(
      group([503]),
      answers(() => response(503)),
    );
    const { trace } = await site.get("/a", {}, { detail: true });
    expect(trace.steps).toContainEqual({
      step: "failover",
      from: "primary",
      to: "secondary",
      code: 503,
    });
    expect(trace.originId).toBe("secondary");
  });
});
