import { join } from "node:path";
import { type Configuration, readConfiguration } from "../../synthesized/configuration/read";
import { folderFiles } from "../../synthesized/folder-files";
import { withoutLists } from "../../synthesized/list-shapes";
import { type ResolvedStack, resolveStack, type Unresolved } from "../../synthesized/resolve";
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
import { ownFolders } from "./own-folders";
import { runSecrets } from "./run-secrets";
import { standInNotes, standInsFor } from "./stand-ins";

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
  /** Folders beside it whose files the stack may name. */
  readonly allowedFolders: readonly string[];
  /** Without expressions, with computed attributes. */
  readonly stack: SynthesizedStack;
  readonly model: EdgeModel;
  /** What has no value and is not needed. */
  readonly unresolved: readonly Unresolved[];
  /** What was put in place of values that nobody gave. */
  readonly assumptions: readonly string[];
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
  const { stack, unresolved, standIns } = await completed(first, {
    json,
    address,
    origins: options.origins ?? {},
    resolve: (values) => resolve({ ...set, ...values }),
  });
  const needed = unresolved.filter((one) => isNeeded(one, address));
  if (needed.length > 0) throw new Error(unresolvedMessage(needed));
  const model = edgeModel(stack, address);
  return {
    folder,
    allowedFolders: "configFile" in source ? ownFolders(json, folder) : [],
    stack,
    model,
    unresolved: unresolved.filter((one) => !needed.includes(one)),
    assumptions: standInNotes(standIns),
    region: regionOf(stack),
    accountId: ACCOUNT_ID,
  };
}

interface Completion {
  readonly json: SynthesizedStack;
  /** Of the distribution. */
  readonly address: string;
  readonly origins: Readonly<Record<string, string>>;
  readonly resolve: (values: Readonly<Record<string, string>>) => Promise<ResolvedStack>;
}

/** The stack with a value for what has one outside of it: where origins run, or a stand-in. */
async function completed(first: ResolvedStack, { json, address, origins, resolve }: Completion) {
  const standIns: Record<string, string> = {};
  let supplied: Record<string, string> = {};
  let resolved = first;
  // A stand-in may show the next value that is missing in the same expression.
  for (;;) {
    const open = resolved.unresolved.filter((one) => isNeeded(one, address));
    const domains = domainsOfUrls(open, address, resolved.stack, origins);
    const own = open.filter((one) => domains[`${one.address}.${one.path}`] === undefined);
    Object.assign(standIns, standInsFor(own, json));
    const more = { ...supplied, ...standIns, ...domains };
    if (Object.keys(more).length === Object.keys(supplied).length) return { ...resolved, standIns };
    supplied = more;
    resolved = await resolve(supplied);
  }
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
