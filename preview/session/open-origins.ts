import type { SynthesizedStack } from "../../synthesized/stack";
import type { Origin } from "../edge-model";
import type { Fetch } from "../messages";
import { type EmulatedHosts, emulatedHosts } from "../origins/emulated-hosts";
import type { KeySet } from "../origins/emulation";
import type { IamKey } from "../origins/iam/iam-key";
import { originFetches } from "../origins/origin-fetch";
import { urlIdOf } from "./changed-domain";
import type { Events } from "./events";
import type { LoadedStack } from "./load-stack";
import { acceptLocalSignatures } from "./local-signature";
import { readOrigins } from "./read-origins";

/** What the origins of a session take from outside. */
export interface OpenOriginsOptions {
  readonly loaded: LoadedStack;
  /** The stack to serve: {@link LoadedStack.stack} with local addresses in it. */
  readonly stack: SynthesizedStack;
  readonly origins: Readonly<Record<string, string>>;
  readonly originCa: string;
  /** Keys by issuer. */
  readonly jwtKeys: Readonly<Record<string, KeySet>>;
  readonly allowedFolders: readonly string[];
  readonly iamKey: IamKey;
  /** Local URL of each API's host, in lower case. */
  readonly localUrls: ReadonlyMap<string, string>;
  readonly events: Events;
  readonly now: () => number;
}

/** Everything behind the edge. */
export interface OpenOrigins {
  readonly hosts: EmulatedHosts;
  fetchFor(origin: Origin): Fetch;
  /** Where an origin's requests end: at a given URL, in the stack, or nowhere. */
  placeOf(origin: Origin): "url" | "stack" | "nowhere";
  /** An API at its own address; undefined for a host that is none. */
  apiFor(host: string): Fetch | undefined;
  close(): Promise<void>;
}

/** Starts what answers for the origins of a stack. */
export function openOrigins(options: OpenOriginsOptions): OpenOrigins {
  const { loaded, origins, originCa, iamKey, localUrls, events, now } = options;
  const { model, region, accountId, folder } = loaded;
  const { urls, upstreams } = readOrigins(origins, model);
  const hosts = emulatedHosts(options.stack, {
    stackFolder: folder,
    allowedFolders: options.allowedFolders,
    region,
    accountId,
    iamKeys: [iamKey],
    upstreams,
    originCa,
    jwtKeys: options.jwtKeys,
    now,
    onLog: (log) => events.log(log),
  });
  const fetches = originFetches({
    hosts,
    distributionArn: `arn:aws:cloudfront::${accountId}:distribution/${model.id}`,
    urls,
    ca: originCa,
  });
  const signed = (host: string, fetch: Fetch): Fetch => {
    const url = localUrls.get(host.toLowerCase());
    if (url === undefined) return fetch;
    const authority = new URL(url).host;
    return acceptLocalSignatures(fetch, { keys: [iamKey], region, authority, now });
  };
  return {
    hosts,
    fetchFor: (origin) => {
      const id = urlIdOf(origin, model.origins, (domain) => hosts.fetchFor(domain) !== undefined);
      const there = id === origin.id ? origin : { ...origin, id: id ?? "" };
      return signed(origin.domainName, fetches.fetchFor(there));
    },
    placeOf: ({ id, domainName }) => {
      if (Object.hasOwn(urls, id)) return "url";
      return hosts.fetchFor(domainName) === undefined ? "nowhere" : "stack";
    },
    apiFor: (host) => {
      const fetch = hosts.fetchFor(host);
      return fetch === undefined ? undefined : signed(host, fetch);
    },
    close: async () => {
      fetches.close();
      await hosts.close();
    },
  };
}
