import { resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import type { EdgeModel, FunctionAssociation } from "../edge-model";
import { createCloudFrontFunction } from "../functions/cloudfront-function";
import type { EdgeFunction } from "../functions/edge-function";
import { keyValueStoreOf } from "../functions/key-value-store";
import { createLambdaAtEdge } from "../functions/lambda-at-edge";
import { textOf, textsOf } from "../origins/attributes";
import type { EmulatedHosts } from "../origins/emulated-hosts";

/** The functions of a distribution, ready to run. */
export interface EdgeFunctions {
  functionFor(association: FunctionAssociation): EdgeFunction | undefined;
  /** What works here and not, or not surely, on CloudFront. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

interface Loaded {
  readonly run: EdgeFunction;
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

/**
 * Loads every function that a behavior of the model names. One that cannot run fails each of its
 * requests and no others.
 */
export async function loadEdgeFunctions(
  stack: SynthesizedStack,
  model: EdgeModel,
  hosts: Pick<EmulatedHosts, "functionFor">,
): Promise<EdgeFunctions> {
  const associations = new Map(
    [...model.orderedBehaviors, model.defaultBehavior]
      .flatMap(({ functions }) => functions)
      .map((association) => [keyOf(association), association]),
  );
  const loads = [...associations].map(
    async ([key, one]) => [key, await load(one, stack, hosts)] as const,
  );
  const results = await Promise.allSettled(loads);
  const loaded = new Map(results.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])));
  const close = async (): Promise<void> => {
    await Promise.all([...loaded.values()].map((one) => one?.close()));
  };
  const failed = results.find((one) => one.status === "rejected");
  if (failed !== undefined) {
    await close();
    throw failed.reason;
  }
  const missing = [...associations]
    .filter(([key]) => loaded.get(key) === undefined)
    .map(
      ([, { kind, arn, event }]) =>
        `${kind} ${arn} (${event}) is not defined in the stack: requests pass as if it were not there`,
    );
  return {
    functionFor: (association) => loaded.get(keyOf(association))?.run,
    warnings: [...missing, ...[...loaded.values()].flatMap((one) => one?.warnings ?? [])],
    close,
  };
}

function keyOf({ kind, arn, includeBody }: FunctionAssociation): string {
  return kind === "cloudfront-function" ? arn : `${arn} ${includeBody}`;
}

function load(
  association: FunctionAssociation,
  stack: SynthesizedStack,
  hosts: Pick<EmulatedHosts, "functionFor">,
): Promise<Loaded | undefined> {
  return association.kind === "cloudfront-function"
    ? loadCloudFrontFunction(association, stack)
    : loadLambdaAtEdge(association, hosts);
}

async function loadCloudFrontFunction(
  { address }: FunctionAssociation,
  stack: SynthesizedStack,
): Promise<Loaded | undefined> {
  const resource = resourcesOfType(stack, "aws_cloudfront_function").find(
    (one) => one.address === address,
  );
  if (resource === undefined) return undefined;
  const { config } = resource;
  const [storeArn] = textsOf(config, "key_value_store_associations");
  const keyValueStore = storeArn === undefined ? undefined : keyValueStoreOf(stack, storeArn);
  try {
    const made = await createCloudFrontFunction({
      name: textOf(config, "name") ?? resource.name,
      code: textOf(config, "code") ?? "",
      runtime: config.runtime === "cloudfront-js-1.0" ? "cloudfront-js-1.0" : "cloudfront-js-2.0",
      ...(keyValueStore === undefined ? {} : { keyValueStore }),
    });
    const warnings = made.warnings.map((warning) => `${resource.address}: ${warning}`);
    return { run: made, warnings, close: () => made.close() };
  } catch (error) {
    return broken(resource.address, error instanceof Error ? error.message : String(error));
  }
}

/** A function whose code cannot run: CloudFront deploys it all the same and answers 503. */
function broken(address: string, reason: string): Loaded {
  const failure = { kind: "failure", status: 503, xCache: "FunctionExecutionError" } as const;
  return {
    run: { run: async () => ({ ...failure, reason, logs: [] }) },
    warnings: [`${address}: ${reason}; requests that run it get 503`],
    close: async () => {},
  };
}

async function loadLambdaAtEdge(
  { address, arn, includeBody }: FunctionAssociation,
  hosts: Pick<EmulatedHosts, "functionFor">,
): Promise<Loaded | undefined> {
  const lambda = hosts.functionFor(address ?? arn);
  if (lambda === undefined) return undefined;
  const run = createLambdaAtEdge({
    includeBody,
    invoke: async (event) => {
      const outcome = await lambda.invoke(event as object);
      if (outcome.ok) return outcome.payload;
      throw new Error(`${outcome.errorType}: ${outcome.errorMessage}`);
    },
  });
  // Its process ends with the emulated hosts.
  return { run, warnings: [], close: async () => {} };
}
