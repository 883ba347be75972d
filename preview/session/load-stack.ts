import { join } from "node:path";
import { type Configuration, readConfiguration } from "../../synthesized/configuration/read";
import { folderFiles } from "../../synthesized/folder-files";
import { withoutLists } from "../../synthesized/list-shapes";
import { resolveStack, type Unresolved } from "../../synthesized/resolve";
import {
  type Block,
  blocks,
  type Json,
  resourcesOfType,
  type SynthesizedStack,
} from "../../synthesized/stack";
import type { EdgeModel } from "../edge-model";
import { distributionOf, edgeModel } from "../model";
import { domainsOfUrls, isNeeded, unresolvedMessage } from "./needed";
import { OptionError } from "./option-error";
import { runSecrets } from "./run-secrets";

/** Where a stack comes from. */
export type StackSource =
  /** A folder that synthesis wrote; it holds `cdk.tf.json`. */
  | { readonly stackFolder: string }
  /**
   * Terraform of whoever wrote it: a file of HCL or JSON, or a folder of such files. Its paths are
   * relative to the folder.
   */
  | { readonly configFile: string; readonly variableFiles?: readonly string[] }
  /** The JSON itself; paths are relative to `folder`, by default the current one. */
  | { readonly stack: SynthesizedStack; readonly folder?: string };

/** A stack on disk. */
export type FileSource = Exclude<StackSource, { readonly stack: unknown }>;

/** How a stack is read. */
export interface LoadOptions {
  /** Values for what the stack leaves open, by `address.attribute`. @default - none */
  readonly set?: Readonly<Record<string, Json>>;
  /** Address of the distribution; needed only when the stack has several. */
  readonly distribution?: string;
  /** Where origins really run, by origin id. @default - none */
  readonly origins?: Readonly<Record<string, string>>;
}

/** A stack that the preview can run. */
export interface LoadedStack {
  /** `source` and `filename` are relative to it. */
  readonly folder: string;
  /** Without expressions, with computed attributes. */
  readonly stack: SynthesizedStack;
  readonly model: EdgeModel;
  /** What has no value and is not needed. */
  readonly unresolved: readonly Unresolved[];
  /** Region of the default provider. */
  readonly region: string;
  readonly accountId: string;
}

const ACCOUNT_ID = "123456789012";

/**
 * Reads and resolves a stack.
 *
 * @throws when the preview needs a value that nobody knows; the message says how to supply it
 */
export async function loadStack(
  source: StackSource,
  options: LoadOptions = {},
): Promise<LoadedStack> {
  const { folder, json } = await readSource(source);
  const set = { ...runSecrets(json), ...options.set };
  const resolve = (values: typeof set) =>
    resolveStack(json, { set: values, files: folderFiles(folder), accountId: ACCOUNT_ID });
  const first = await resolve(set);
  const address = distributionAddress(first.stack, options.distribution);
  const domains = domainsOfUrls(first.unresolved, address, first.stack, options.origins ?? {});
  const isComplete = Object.keys(domains).length === 0;
  const { stack, unresolved } = isComplete ? first : await resolve({ ...set, ...domains });
  const needed = unresolved.filter((one) => isNeeded(one, address));
  if (needed.length > 0) throw new Error(unresolvedMessage(needed));
  const model = edgeModel(stack, address);
  return {
    folder,
    stack,
    model,
    unresolved: unresolved.filter((one) => !needed.includes(one)),
    region: regionOf(stack),
    accountId: ACCOUNT_ID,
  };
}

async function readSource(
  source: StackSource,
): Promise<{ readonly folder: string; readonly json: SynthesizedStack }> {
  if ("stack" in source) {
    // Whoever parsed a file may have lists in it, as other converters of HCL write them.
    return { folder: source.folder ?? ".", json: withoutLists(source.stack as Block) };
  }
  const { folder, block } = await readFileSource(source);
  return { folder, json: withoutLists(block) };
}

/** The configuration of a stack that is on disk. */
export function readFileSource(source: FileSource): Promise<Configuration> {
  return "configFile" in source
    ? readConfiguration(source.configFile, source.variableFiles)
    : readConfiguration(join(source.stackFolder, "cdk.tf.json"));
}

/** The distribution that will run: which one is asked before what it needs. */
function distributionAddress(stack: SynthesizedStack, wanted: string | undefined): string {
  const hasSome = resourcesOfType(stack, "aws_cloudfront_distribution").length > 0;
  try {
    return distributionOf(stack, wanted).address;
  } catch (error) {
    const isTypo = wanted !== undefined && hasSome;
    throw isTypo ? new OptionError((error as Error).message) : error;
  }
}

function regionOf(stack: SynthesizedStack): string {
  const providers = blocks(stack.provider?.aws as Json | undefined);
  const region = providers.find(({ alias }) => alias === undefined)?.region;
  return typeof region === "string" && !region.includes("${") ? region : "us-east-1";
}
