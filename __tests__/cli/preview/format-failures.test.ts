import { formatFailures } from "../../../cli/preview/format-failures";
import { jsonReporter, textReporter } from "../../../cli/preview/report";
import { OriginFailure } from "../../../preview/messages";
import type { ExchangeEvent } from "../../../preview/session/events";
import { exchange, inspectedEdge } from "../../preview/inspector/inspected-edge";
import { behavior, origin, response } from "../../support/edge";
import { at } from "../../support/edge-functions";

const refused = () => {
  throw new OriginFailure("refused", "no connection to localhost:3000: ECONNREFUSED");
};

/** What a viewer of `/a` is told, with a function that fails. */
function failedFunction(reason: string): Promise<ExchangeEvent> {
  const changes = {
    defaultBehavior: behavior({ functions: [at("viewer-request", "cloudfront-function")] }),
  };
  const failure = { kind: "failure", status: 503, xCache: "FunctionExecutionError" } as const;
  return inspectedEdge(changes, undefined, {
    functionFor: () => ({ run: async () => ({ ...failure, reason, logs: [] }) }),
  }).send("/a");
}

describe("the lines that follow an error", () => {
  it("say which origin gave no response, and why", async () => {
    const event = await inspectedEdge({}, refused).send("/a");
    expect(event.response.status).toBe(502);
    expect(formatFailures(event)).toEqual([
      '  origin "app": refused: no connection to localhost:3000: ECONNREFUSED',
    ]);
  });

  it("say what of both origins of a group", async () => {
    const changes = {
      defaultBehavior: behavior({ targetOriginId: "group" }),
      origins: [origin({ id: "a" }), origin({ id: "b" })],
      originGroups: [{ id: "group", statusCodes: [503], members: ["a", "b"] }],
    };
    const lines = formatFailures(await inspectedEdge(changes, refused).send("/a"));
    expect(lines.map((line) => line.slice(0, 22))).toEqual([
      '  origin "a": refused:',
      '  origin "b": refused:',
    ]);
  });

  it("say which function failed, at which event, and why", async () => {
    expect(formatFailures(await failedFunction("ReferenceError: x is not defined"))).toEqual([
      "  function arn:viewer-request at viewer-request: 503: ReferenceError: x is not",
      "    defined",
    ]);
  });

  it("keep the lines of a reason apart, within 80 columns", async () => {
    const lines = formatFailures(await failedFunction(`one\n${"word ".repeat(30)}end`));
    expect(lines[1]).toMatch(/^ {4}word/);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
  });

  it("say that an error was kept, so that no origin was asked", async () => {
    const site = inspectedEdge({}, refused);
    await site.send("/a");
    expect(formatFailures(await site.send("/a"))).toEqual([
      "  from the cache, no origin was asked: error caching minimum TTL of 502",
    ]);
  });

  it("are none for an error that the origin itself gave", async () => {
    const event = await inspectedEdge({}, () => response(503)).send("/a");
    expect(formatFailures(event)).toEqual([]);
  });

  it("are none where there is no error, without a look at the steps", () => {
    const trace = Object.defineProperty({}, "steps", {
      get: () => {
        throw new Error("looked");
      },
    }) as ExchangeEvent["trace"];
    expect(formatFailures({ ...exchange({ trace }), id: 1 })).toEqual([]);
  });

  it("are none for a request straight to an API, which has its log", () => {
    const { headers, bodyBytes } = exchange().response;
    const event = { ...exchange({ response: { status: 502, headers, bodyBytes } }), id: 1 };
    expect(formatFailures(event)).toEqual([]);
  });
});

it("a preview tells the reason under the request's line, without control characters", async () => {
  const written: string[] = [];
  textReporter((line) => written.push(line)).request(await failedFunction("\u001b[31mred"));
  expect(written).toEqual([
    expect.stringMatching(/^GET {5}\/a .* 503 /),
    "  function arn:viewer-request at viewer-request: 503: \\u001b[31mred",
  ]);
});

it("a preview tells a program the reasons too, and nothing of them where there are none", async () => {
  const written: string[] = [];
  const reporter = jsonReporter((line) => written.push(line));
  reporter.request(await inspectedEdge({}, refused).send("/a"));
  reporter.request(await inspectedEdge({}, () => response(200)).send("/a"));
  const [failed, fine] = written.map((line) => JSON.parse(line) as object);
  expect(failed).toMatchObject({
    failures: ['origin "app": refused: no connection to localhost:3000: ECONNREFUSED'],
  });
  expect(fine).not.toHaveProperty("failures");
});
