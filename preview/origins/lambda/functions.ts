import { resourcesOfType, type SynthesizedStack } from "../../../synthesized/stack";
import { textOf } from "../attributes";
import type { Emulation } from "../emulation";
import { matchesWildcard } from "../iam/wildcard";
import type { LambdaFunction } from "./invocation";
import { lambdaFunction } from "./lambda-function";

/** The functions of a stack, found by any ARN or name that leads to them. */
export interface Functions {
  readonly all: readonly LambdaFunction[];
  /** By name, ARN (with or without version or alias), or an API Gateway URI around one. */
  find(reference: string): LambdaFunction | undefined;
  /**
   * Whether a service may call a function for one of these ARNs. A function without any permission
   * for the service in the stack may have been granted it elsewhere: it is called, and the log says so.
   */
  mayInvoke(fn: LambdaFunction, service: string, sourceArns: readonly string[]): boolean;
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
  const permissions = resourcesOfType(stack, "aws_lambda_permission").map(({ config }) => ({
    fn: find(textOf(config, "function_name") ?? ""),
    principal: textOf(config, "principal") ?? "",
    sourceArn: textOf(config, "source_arn") ?? "*",
  }));
  const told = new Set<string>();
  const tell = ({ address }: LambdaFunction, service: string): void => {
    const key = `${address} ${service}`;
    if (told.has(key)) return;
    told.add(key);
    emulation.onLog({
      address,
      level: "error",
      text: `no aws_lambda_permission lets ${service} call it; unless another stack does, AWS answers with an error`,
    });
  };
  return {
    all,
    find,
    mayInvoke: (fn, service, sourceArns) => {
      const granted = permissions.filter(
        (permission) => permission.fn === fn && permission.principal === service,
      );
      if (granted.length === 0) {
        tell(fn, service);
        return true;
      }
      return granted.some(({ sourceArn }) =>
        sourceArns.some((actual) => matchesWildcard(actual, sourceArn)),
      );
    },
    close: async () => {
      await Promise.all(all.map((fn) => fn.close()));
    },
  };
}
