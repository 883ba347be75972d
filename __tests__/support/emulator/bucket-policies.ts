// moto applies a bucket policy's statement whatever its condition says: "deny without TLS" would shut
// everybody out of the bucket. It gets the statements without a condition; the whole policy is kept
// here and given back.
import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Upstream } from "./pass-on";

export interface BucketPolicies {
  /** Whether the request is about a bucket's policy, and thus to be answered here. */
  claims(request: IncomingMessage): boolean;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export function createBucketPolicies(moto: Upstream): BucketPolicies {
  const policies = new Map<string, string>();
  return {
    claims: ({ method = "", url = "" }) =>
      /^\/[^/?]+\/?\?policy=?(&|$)/.test(url) && (method === "PUT" || method === "GET"),
    answer: async (request, response) => {
      const [bucket = ""] = (request.url ?? "").slice(1).split(/[/?]/);
      if (request.method === "PUT") {
        const policy = await text(request);
        policies.set(bucket, policy);
        moto.passOn(request, response, withoutConditions(policy));
        return;
      }
      const { status, headers, body } = await moto.ask(request);
      const whole = status === 200 ? Buffer.from(policies.get(bucket) ?? body) : body;
      response.writeHead(status, { ...headers, "content-length": String(whole.length) }).end(whole);
    },
  };
}

/** The policy without its conditional statements; what is not a policy stays for moto to refuse. */
export function withoutConditions(policy: string): string {
  try {
    const { Statement, ...rest } = JSON.parse(policy) as Policy;
    const statements = [Statement].flat().filter(({ Condition }) => Condition === undefined);
    return JSON.stringify({ ...rest, Statement: statements });
  } catch {
    return policy;
  }
}

interface Policy {
  readonly Statement: Statement | readonly Statement[];
}

interface Statement {
  readonly Condition?: unknown;
}
