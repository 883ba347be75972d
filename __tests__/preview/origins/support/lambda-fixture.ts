import { zipSync } from "fflate";
import { completeOptions, type OriginLog } from "../../../../preview/origins/emulation";
import type { LambdaFunction } from "../../../../preview/origins/lambda/invocation";
import { lambdaFunction } from "../../../../preview/origins/lambda/lambda-function";
import type { Block, SynthesizedStack } from "../../../../synthesized/stack";
import { folderWith } from "./exchange";

const open: LambdaFunction[] = [];

/** Ends every function of the test file. */
export const closeFunctions = () => Promise.all(open.map((made) => made.close()));

/** A function from files, in a folder or a zip file beside the stack. */
export function fn(
  files: Readonly<Record<string, string>>,
  config: Block = {},
  {
    zipped = false,
    data = {},
  }: { zipped?: boolean; data?: NonNullable<SynthesizedStack["data"]> } = {},
) {
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, new Uint8Array(Buffer.from(text))]),
  );
  const inFolder = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`code/${name}`, text]),
  );
  const stackFolder = folderWith(zipped ? { "code.zip": zipSync(bytes) } : inFolder);
  const logs: OriginLog[] = [];
  const emulation = completeOptions({
    stackFolder,
    region: "eu-west-1",
    accountId: "123456789012",
    onLog: (log) => logs.push(log),
  });
  const resource = {
    address: "aws_lambda_function.api",
    type: "aws_lambda_function",
    name: "api",
    config: {
      function_name: "api",
      runtime: "nodejs20.x",
      handler: "index.handler",
      filename: zipped ? "code.zip" : "code",
      ...config,
    },
  };
  const made = lambdaFunction(resource, { data }, emulation);
  open.push(made);
  return {
    invoke: (event: object = {}) => made.invoke(event),
    logs,
    /** Waits for so many lines: they come on their own way, sooner or later than a result. */
    written: async (lines: number) => {
      while (logs.length < lines) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    close: () => made.close(),
  };
}

/** An ES module whose handler returns an expression. */
export const returns = (expression: string) =>
  `export const handler = async (event, context) => (${expression});`;
