// A matcher for jest, so that a team can pin how its distribution routes requests.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SynthesizedStack } from "../synthesized/stack";
import { differences, type ExpectedRoute, routeMessage } from "./jest/route";
import type { EdgeRequest, HeaderList } from "./messages";
import { createSession, type RunOptions, type Session } from "./session";
import type { StackSource } from "./session/load-stack";

/** The request of a test. */
export interface TestedRequest {
  /** @default "GET" */
  readonly method?: string;
  /** By name. @default - none but `Host` */
  readonly headers?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly body?: string;
  /** @default "https" */
  readonly protocol?: "http" | "https";
}

/** A stack's JSON, its folder in `cdktf.out/stacks`, or a file or folder of Terraform (HCL or JSON). */
export type TestedStack = SynthesizedStack | string;

declare global {
  namespace jest {
    // The type parameters must be those of jest's own declaration.
    interface Matchers<R, T> {
      /**
       * Compares the way of a request through the stack's distribution. No origin is asked; edge
       * functions run.
       *
       * @param target path with its query string
       */
      toRoute(target: string, expected: ExpectedRoute, request?: TestedRequest): Promise<R>;
    }
  }
}

/**
 * Registers `toRoute` with jest: call it once in a file of `setupFilesAfterEnv`, or in the test.
 *
 * ```ts
 * setupEdgeMatchers();
 *
 * it("sends the API's paths to the API, with the token", async () => {
 *   await expect("cdktf.out/stacks/spa-api").toRoute(
 *     "/api/users?page=2",
 *     { behavior: "/api/*", origin: "apigw", cached: false, sends: ["Authorization"] },
 *     { method: "POST", headers: { Authorization: "Bearer x" } },
 *   );
 * });
 * ```
 *
 * @param options values that a stack leaves open, as the preview's `--set` gives them
 */
export function setupEdgeMatchers(options: RunOptions = {}): void {
  const { toRoute, close } = edgeMatchers(options);
  expect.extend({ toRoute });
  afterAll(close);
}

/** The matchers for `expect.extend`, and `close`, which ends what they started. */
export function edgeMatchers(options: RunOptions = {}) {
  const sessions = new Map<TestedStack, Promise<Session>>();
  const sessionOf = (stack: TestedStack): Promise<Session> => {
    const known = sessions.get(stack) ?? createSession({ ...sourceOf(stack), ...options });
    sessions.set(stack, known);
    return known;
  };
  return {
    async toRoute(
      stack: TestedStack,
      target: string,
      expected: ExpectedRoute,
      request: TestedRequest = {},
    ) {
      const session = await sessionOf(stack);
      const { trace } = await session.explain(requestOf(target, request, session.model.domainName));
      const shown = session.redactor.trace(trace);
      const found = differences(trace, expected);
      return {
        pass: found.length === 0,
        message: () =>
          found.length === 0
            ? `${trace.method} ${shown.url} takes the way that it must not take: ${JSON.stringify(expected)}`
            : routeMessage(shown, found),
      };
    },
    async close() {
      const started = await Promise.allSettled(sessions.values());
      sessions.clear();
      await Promise.all(
        started.map((one) => (one.status === "fulfilled" ? one.value.close() : undefined)),
      );
    },
  };
}

function sourceOf(stack: TestedStack): StackSource {
  if (typeof stack !== "string") return { stack };
  if (!existsSync(stack)) {
    throw new Error(
      `nothing at ${stack}; run "npm run synth" first, or name a file or folder of Terraform`,
    );
  }
  const isSynthesized = existsSync(join(stack, "cdk.tf.json"));
  return isSynthesized ? { stackFolder: stack } : { configFile: stack };
}

function requestOf(target: string, request: TestedRequest, domainName: string): EdgeRequest {
  const { method = "GET", headers = {}, body = "", protocol = "https" } = request;
  const at = target.indexOf("?");
  const given: HeaderList = Object.entries(headers);
  const hasHost = given.some(([name]) => name.toLowerCase() === "host");
  return {
    method,
    path: at < 0 ? target : target.slice(0, at),
    query: at < 0 ? "" : target.slice(at + 1),
    headers: [...(hasHost ? [] : [["Host", domainName] as const]), ...given],
    body: Buffer.from(body),
    protocol,
    httpVersion: "1.1",
    clientIp: "127.0.0.1",
  };
}
