// The module `cloudfront` of runtime 2.0: key value stores, origin modification, edge metadata.
import { SandboxBuffer } from "./buffer";
import { toBytes } from "./encodings";

/** What the sandbox is told of the key value store associated with a function. */
export interface StoreDescription {
  readonly id: string;
  readonly creationDateTime: string;
  readonly lastUpdatedDateTime: string;
  readonly keyCount: number;
}

/** A call that changes the request's origin, as the function made it. */
export interface OriginCall {
  readonly method: "updateRequestOrigin" | "selectRequestOriginById" | "createRequestOriginGroup";
  readonly args: readonly unknown[];
}

/** What the module records and asks for during a run. */
interface CloudFrontHost {
  readonly store: StoreDescription | undefined;
  /** The value of a key; undefined: there is no such key. */
  readonly lookup: (key: string) => string | undefined;
  readonly eventType: () => string;
  readonly log: (line: string) => void;
  readonly changeOrigin: (call: OriginCall) => void;
}

const EDGE_LOCATION = { name: "FRA", serverIp: "192.0.2.1", region: "eu-central-1" };

/** The module as functions see it. */
export function createCloudFrontModule(host: CloudFrontHost) {
  const change =
    (method: OriginCall["method"]) =>
    (...args: unknown[]) => {
      if (host.eventType() !== "viewer-request") {
        throw new Error(`${method}() can be called in viewer request functions only`);
      }
      host.changeOrigin({ method, args });
    };
  return {
    kvs: (id?: unknown) => openStore(host, id),
    updateRequestOrigin: change("updateRequestOrigin"),
    selectRequestOriginById: change("selectRequestOriginById"),
    createRequestOriginGroup: change("createRequestOriginGroup"),
    get edgeLocation() {
      return host.eventType() === "viewer-request" ? { ...EDGE_LOCATION } : {};
    },
    /** Goes to the access log: here to the function's log lines. */
    logCustomData(data: unknown) {
      if (typeof data !== "string") throw new TypeError("logCustomData() takes one string");
      host.log(`${host.eventType()}-log-data: ${encodeURIComponent(data).slice(0, 800)}`);
    },
  };
}

function openStore(host: CloudFrontHost, id: unknown) {
  const { store } = host;
  if (store === undefined || (id !== undefined && id !== store.id)) {
    throw named(
      "KVSNamespaceNotFound",
      "no key value store of this id is associated with the function",
    );
  }
  return {
    async get(key: unknown, options: { format?: string } = {}): Promise<unknown> {
      const value = host.lookup(String(key));
      if (value === undefined)
        throw named("KeyNotFound", `key "${String(key)}" is not in the key value store`);
      return inFormat(value, options.format ?? "string");
    },
    exists: async (key: unknown): Promise<boolean> => host.lookup(String(key)) !== undefined,
    meta: async () => ({
      creationDateTime: store.creationDateTime,
      lastUpdatedDateTime: store.lastUpdatedDateTime,
      keyCount: store.keyCount,
    }),
    count: async () => store.keyCount,
  };
}

function inFormat(value: string, format: string): unknown {
  if (format === "string") return value;
  if (format === "json") return JSON.parse(value);
  if (format === "bytes") return SandboxBuffer.from(toBytes(value, "utf8"));
  throw new TypeError(`format must be string, json or bytes, got "${format}"`);
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
