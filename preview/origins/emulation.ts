import type { JsonWebKey } from "node:crypto";
import type { IamKey } from "./iam/iam-key";

/** Something that happened in an origin and that a developer wants to see. */
export interface OriginLog {
  /** Terraform address of the resource that says it. */
  readonly address: string;
  readonly level: "info" | "error";
  readonly text: string;
}

/** A JSON Web Key Set, as an issuer publishes it. */
export interface KeySet {
  readonly keys: readonly (JsonWebKey & { readonly kid?: string })[];
}

/** What the emulated services need to know beside the stack. */
export interface EmulationOptions {
  /** Folder of the stack's JSON; `source` and `filename` are relative to it. */
  readonly stackFolder: string;
  /**
   * Folders, beside the stack's, whose files a stack may name.
   *
   * @default - none
   */
  readonly allowedFolders?: readonly string[];
  readonly region: string;
  readonly accountId: string;
  /**
   * Access keys that may sign requests.
   *
   * @default - none: every signed request is refused
   */
  readonly iamKeys?: readonly IamKey[];
  /**
   * Where the hosts that an HTTP integration names really run, such as
   * `{ "users.example.com": "http://127.0.0.1:3000" }`.
   *
   * @default - none: no HTTP integration reaches the network
   */
  readonly upstreams?: Readonly<Record<string, string>>;
  /**
   * Certificates in PEM that are trusted beside the public authorities.
   *
   * @default - none
   */
  readonly originCa?: string;
  /**
   * Keys by issuer, for the JWT authorizers of HTTP APIs.
   *
   * @default - none: every token is refused
   */
  readonly jwtKeys?: Readonly<Record<string, KeySet>>;
  /**
   * Takes what functions print and why a service refused something.
   *
   * @default - nothing is kept
   */
  readonly onLog?: (log: OriginLog) => void;
  /**
   * Milliseconds since 1970.
   *
   * @default Date.now
   */
  readonly now?: () => number;
}

/** The options with every default filled in, and the ids that AWS makes up. */
export type Emulation = Required<EmulationOptions>;

/** Fills in the defaults of {@link EmulationOptions}. */
export function completeOptions(options: EmulationOptions): Emulation {
  return {
    allowedFolders: [],
    iamKeys: [],
    upstreams: {},
    originCa: "",
    jwtKeys: {},
    onLog: () => {},
    now: Date.now,
    ...options,
  };
}
