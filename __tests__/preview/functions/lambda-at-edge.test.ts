import { createLambdaAtEdge } from "../../../preview/functions/lambda-at-edge";
import { input, request, response, responseInput } from "./support/exchange";

type Shown = { headers: object };
type Cf = { request: Shown; response: Shown };
const at = (invoke: (cf: Cf) => unknown, includeBody = false) =>
  createLambdaAtEdge({
    invoke: async (event) => invoke((event as { Records: [{ cf: Cf }] }).Records[0].cf),
    includeBody,
  });

it("passes a changed request on", async () => {
  const edge = at((cf) => ({ ...cf.request, uri: "/other" }));
  expect(await edge.run(input())).toEqual({
    kind: "request",
    request: request({ path: "/other" }),
    logs: [],
  });
});

it("answers with the response that the function made", async () => {
  const edge = at(() => ({ status: "403", body: "no" }));
  expect(await edge.run(input({ event: "origin-request" }))).toMatchObject({
    kind: "response",
    response: { status: 403 },
  });
});

it("changes responses in response events", async () => {
  const edge = at((cf) => ({
    ...cf.response,
    headers: { ...cf.response.headers, "x-a": [{ value: "1" }] },
  }));
  expect(await edge.run(responseInput(response()))).toMatchObject({
    kind: "response",
    response: { headers: [["X-A", "1"]] },
  });
});

it("gives a function 30 seconds", async () => {
  jest.useFakeTimers();
  const invoke = () => new Promise<never>(() => {});
  const run = createLambdaAtEdge({ invoke, includeBody: false }).run(input());
  jest.advanceTimersByTime(30_000);
  jest.useRealTimers();
  expect(await run).toMatchObject({
    kind: "failure",
    status: 503,
    reason: "ran longer than 30000 ms",
    xCache: "LambdaExecutionError",
  });
});

it("fails with a 503 when the function throws", async () => {
  const edge = at(() => {
    throw new Error("no");
  });
  expect(await edge.run(input())).toEqual({
    kind: "failure",
    status: 503,
    reason: "no",
    xCache: "LambdaExecutionError",
    logs: [],
  });
});

it("fails with a 503 when the function gives nothing within its time", async () => {
  jest.useFakeTimers();
  try {
    const outcome = createLambdaAtEdge({
      invoke: () => new Promise(() => {}),
      includeBody: false,
    }).run(input());
    await jest.advanceTimersByTimeAsync(30_000);
    expect(await outcome).toMatchObject({
      status: 503,
      reason: "ran longer than 30000 ms",
      xCache: "LambdaExecutionError",
    });
  } finally {
    jest.useRealTimers();
  }
});

it.each([[undefined], [null], ["text"], [{ uri: 7 }]])(
  "fails with a 502 when the function returns %j",
  async (result) => {
    expect(await at(() => result).run(input())).toMatchObject({
      kind: "failure",
      status: 502,
      xCache: "LambdaValidationError",
    });
  },
);
