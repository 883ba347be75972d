// The module `crypto`: hashes are computed by the host, which gets and gives hexadecimal strings only.
import { SandboxBuffer } from "./buffer";
import { type Encoding, fromBytes, toBytes } from "./encodings";

/** Computes a digest. All strings are hexadecimal but the algorithm; no key: a plain hash. */
export type Digest = (algorithm: string, key: string | undefined, data: string) => string;

/** What `digest()` gives when no encoding is named. */
export type DefaultDigest = "buffer" | "byte-string";

const ALGORITHMS = ["md5", "sha1", "sha256"];
const ENCODINGS = ["hex", "base64", "base64url"];

/** The module as functions see it. */
export function createCrypto(digest: Digest, byDefault: DefaultDigest) {
  return {
    createHash: (algorithm: unknown) => new Hash(check(algorithm), undefined, digest, byDefault),
    createHmac: (algorithm: unknown, key: unknown) =>
      new Hash(check(algorithm), hexOf(key), digest, byDefault),
  };
}

function check(algorithm: unknown): string {
  if (ALGORITHMS.includes(String(algorithm))) return String(algorithm);
  throw new TypeError(`not supported algorithm: "${String(algorithm)}"`);
}

function hexOf(data: unknown): string {
  if (typeof data === "string") return fromBytes(toBytes(data, "utf8"), "hex");
  if (data instanceof Uint8Array) return fromBytes(data, "hex");
  if (ArrayBuffer.isView(data)) {
    return fromBytes(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), "hex");
  }
  throw new TypeError("data is not a string or Buffer-like object");
}

class Hash {
  #data = "";
  #isDone = false;
  readonly #algorithm: string;
  readonly #key: string | undefined;
  readonly #digest: Digest;
  readonly #byDefault: DefaultDigest;

  constructor(
    algorithm: string,
    key: string | undefined,
    digest: Digest,
    byDefault: DefaultDigest,
  ) {
    this.#algorithm = algorithm;
    this.#key = key;
    this.#digest = digest;
    this.#byDefault = byDefault;
  }

  update(data: unknown): this {
    if (this.#isDone) throw new Error("Digest already called");
    this.#data += hexOf(data);
    return this;
  }

  digest(encoding?: unknown): unknown {
    if (this.#isDone) throw new Error("Digest already called");
    if (encoding !== undefined && !ENCODINGS.includes(String(encoding))) {
      throw new TypeError(`Unknown digest encoding: "${String(encoding)}"`);
    }
    this.#isDone = true;
    const bytes = toBytes(this.#digest(this.#algorithm, this.#key, this.#data), "hex");
    if (encoding !== undefined) return fromBytes(bytes, encoding as Encoding);
    return this.#byDefault === "buffer" ? SandboxBuffer.from(bytes) : String.fromCharCode(...bytes);
  }
}
