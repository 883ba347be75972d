import { resourcesOfType, type SynthesizedStack } from "../../../synthesized/stack";
import type { Emulation } from "../emulation";
import type { LambdaFunction } from "./invocation";
import { lambdaFunction } from "./lambda-function";
import { type Permission, readPermissions } from "./permissions";

/** The functions of a stack, found by any ARN or name that leads to them. */
export interface Functions {
  readonly all: readonly LambdaFunction[];
  /** By name, ARN (with or without version or alias), or an API Gateway URI around one. */
  find(reference: string): LambdaFunction | undefined;
  /** What the stack lets a principal do with a function: a service, or `*` for everybody. */
  permissionsFor(fn: LambdaFunction, principal: string): readonly Permission[];
  close(): Promise<void>;
}

/** Every `aws_lambda_function` of a stack; none runs before it is called. */
export function functionsOf(stack: SynthesizedStack, emulation: Emulation): Functions {
  const all = resourcesOfType(stack, "aws_lambda_function").map((resource) =>
    lambdaFunction(resource, stack, emulation),
  );
  const find = (reference: string): LambdaFunction | undefined => {
    const name = /:function:([^:/]+)/.exec(reference)?.[1] ?? reference.split(":")[0];
    return all.find((fn) => fn.name === name);
  };
  const permissions = readPermissions(stack);
  return {
    all,
    find,
    permissionsFor: (fn, principal) =>
      permissions.filter((one) => one.principal === principal && find(one.functionName) === fn),
    close: async () => {
      await Promise.all(all.map((fn) => fn.close()));
    },
  };
}
