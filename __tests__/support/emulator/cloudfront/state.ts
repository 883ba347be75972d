// Everything the control plane remembers.
import { text, type XmlElement, type XmlValue } from "./xml";

/** A resource that is a name, a version and the configuration it was given. */
export interface Stored {
  readonly id: string;
  readonly etag: string;
  readonly config: XmlElement;
  readonly changed: string;
}

export interface StoredFunction {
  readonly name: string;
  readonly created: string;
  /** The version that is edited. */
  readonly development: FunctionVersion;
  /** The version that runs; absent until the function is published. */
  readonly live?: FunctionVersion;
}

export interface FunctionVersion {
  readonly etag: string;
  readonly config: XmlElement;
  readonly code: Buffer;
  readonly changed: string;
}

export interface StoredKeyValueStore {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly etag: string;
  /** Left out of answers when it was not given. */
  readonly comment: XmlValue | undefined;
  readonly changed: string;
}

export interface CloudFrontState {
  readonly distributions: Map<string, Stored>;
  readonly invalidations: Map<string, Stored>;
  readonly monitoring: Map<string, XmlElement>;
  readonly functions: Map<string, StoredFunction>;
  readonly keyValueStores: Map<string, StoredKeyValueStore>;
  /** Policies, access controls, keys and the like, by kind and then by id. */
  readonly kinds: Map<string, Map<string, Stored>>;
  /** Tags by ARN. */
  readonly tags: Map<string, Map<string, string>>;
}

export function emptyState(): CloudFrontState {
  return {
    distributions: new Map(),
    invalidations: new Map(),
    monitoring: new Map(),
    functions: new Map(),
    keyValueStores: new Map(),
    kinds: new Map(),
    tags: new Map(),
  };
}

/** The resources of one kind. */
export function kind(state: CloudFrontState, path: string): Map<string, Stored> {
  const known = state.kinds.get(path) ?? new Map<string, Stored>();
  state.kinds.set(path, known);
  return known;
}

/** Adds `<Tags><Items><Tag><Key/><Value/></Tag></Items></Tags>`. */
export function addTags(state: CloudFrontState, arn: string, tags: readonly XmlValue[]): void {
  const known = state.tags.get(arn) ?? new Map<string, string>();
  for (const tag of tags) known.set(text(tag, "Key"), text(tag, "Value"));
  state.tags.set(arn, known);
}
