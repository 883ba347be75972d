// One stack, running: its distribution, functions and origins. Without a server.
import type { Unresolved } from "../synthesized/resolve";
import type { SynthesizedStack } from "../synthesized/stack";
import { createEdge, type Edge, type EdgeResult } from "./edge";
import type { EdgeModel } from "./edge-model";
import { type EdgeRequest, type EdgeResponse, withHeader } from "./messages";
import type { KeySet } from "./origins/emulation";
import type { IamKey } from "./origins/iam/iam-key";
import { demoKey } from "./session/demo-key";
import { loadEdgeFunctions } from "./session/edge-functions";
import { createEvents, type Events, type Subscriptions } from "./session/events";
import { keyWarnings } from "./session/key-warnings";
import {
  type LoadedStack,
  type LoadOptions,
  loadStack,
  type StackSource,
} from "./session/load-stack";
import { type ApiHost, apiHosts, withLocalUrls } from "./session/local-apis";
import { type OpenOrigins, openOrigins } from "./session/open-origins";
import { createRedactor, type Redactor } from "./session/redact";
import { createReport } from "./session/report";

/** How a stack runs. */
export interface RunOptions extends LoadOptions {
  /** Certificates in PEM that are trusted beside the public authorities. @default - none */
  readonly originCa?: string;
  /** Keys by issuer, for JWT and Cognito authorizers. @default - none: every token is refused */
  readonly jwtKeys?: Readonly<Record<string, KeySet>>;
  /** The viewers' country, such as `DE`. @default - a viewer in the United States */
  readonly country?: string;
  /** Folders beside the stack's whose files it may name. @default - none */
  readonly allowedFolders?: readonly string[];
  /** The access key that the emulated IAM accepts. @default - a random one */
  readonly iamKey?: IamKey;
  /**
   * Opens a local address for an API's host, such as `http://localhost:9001`.
   *
   * @default - none: APIs are reached through the distribution only
   */
  readonly localUrl?: (host: string) => Promise<string>;
  /**
   * The HTTPS host and port that a redirect names for the Host of an HTTP request.
   *
   * @default - the same host without its port
   */
  readonly httpsAuthority?: (host: string) => string;
  /** Takes what happens; the next session gets the same to keep its listeners. @default - its own */
  readonly events?: Events;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /** From 0 to below 1. @default Math.random */
  readonly random?: () => number;
}

/** Which stack runs, and how. */
export type SessionOptions = StackSource & RunOptions;

/** An API with the address that a page can call it at. */
interface LocalApi extends ApiHost {
  /** Such as `http://localhost:9001`; undefined when the session has no server. */
  readonly url: string | undefined;
}

/** A running stack. */
export interface Session extends Subscriptions {
  readonly model: EdgeModel;
  /** Without expressions, with computed attributes. */
  readonly stack: SynthesizedStack;
  /** Expressions without a value that nothing here needs. */
  readonly unresolved: readonly Unresolved[];
  /** What a user should know before the first request. */
  readonly warnings: readonly string[];
  readonly apis: readonly LocalApi[];
  readonly iamKey: IamKey;
  readonly redactor: Redactor;
  readonly placeOf: OpenOrigins["placeOf"];
  /** Answers a viewer of the distribution. */
  answer(request: EdgeRequest): Promise<EdgeResponse>;
  /** Answers at an API's own address; undefined when the stack has no API at that host. */
  answerApi(host: string, request: EdgeRequest): Promise<EdgeResponse> | undefined;
  /** The way of a request without asking an origin or using the cache; not redacted. */
  explain(request: EdgeRequest): Promise<EdgeResult>;
  readonly invalidate: Edge["invalidate"];
  readonly cacheSize: Edge["cacheSize"];
  /** Ends functions, processes and connections. */
  close(): Promise<void>;
}

/**
 * Reads, resolves and starts a stack.
 *
 * @throws when the stack cannot run; the message says what is missing and how to supply it
 */
export async function createSession(options: SessionOptions): Promise<Session> {
  const { now = Date.now, random = Math.random, iamKey = demoKey() } = options;
  const events = options.events ?? createEvents();
  const loaded = await loadStack(options, options);
  const apis = await localApis(loaded, options.localUrl);
  const localUrls = new Map(
    apis.flatMap(({ host, url }) => (url === undefined ? [] : [[host.toLowerCase(), url]])),
  );
  const { stack, changed } = withLocalUrls(loaded.stack, localUrls);
  const origins = openOrigins({
    loaded,
    stack,
    origins: options.origins ?? {},
    originCa: options.originCa ?? "",
    jwtKeys: options.jwtKeys ?? {},
    allowedFolders: options.allowedFolders ?? [],
    iamKey,
    localUrls,
    events,
    now,
  });
  const { model } = loaded;
  const functions = await loadEdgeFunctions(stack, model, origins.hosts).catch(async (error) => {
    await origins.close();
    throw error;
  });
  const edge = createEdge(model, {
    fetchFor: origins.fetchFor,
    functionFor: functions.functionFor,
    now,
    random,
    ...(options.httpsAuthority === undefined ? {} : { httpsAuthority: options.httpsAuthority }),
  });
  const apiFetches = new Map(apis.map(({ host }) => [host, origins.apiFor(host)]));
  const country = options.country === undefined ? {} : { country: options.country };
  const inDetail = { detail: true, ...country };
  const inSummary = { detail: false, ...country };
  const redactor = createRedactor(model);
  const report = createReport(events, redactor, now);

  return {
    model,
    stack,
    unresolved: loaded.unresolved,
    warnings: [
      ...functions.warnings,
      ...originWarnings(model, origins),
      ...keyWarnings(model),
      ...origins.hosts.warnings,
      ...changed.map(localNote),
    ],
    apis,
    iamKey,
    redactor,
    placeOf: origins.placeOf,
    onExchange: events.onExchange,
    onLog: events.onLog,
    async answer(request) {
      const isSeen = events.hasListeners();
      const started = performance.now();
      const { response, trace } = await edge(request, isSeen ? inDetail : inSummary);
      if (isSeen) report(request, response, { started, trace });
      return response;
    },
    answerApi(host, request) {
      const fetch = apiFetches.get(host);
      if (fetch === undefined) return undefined;
      const started = performance.now();
      const sent = { ...request, headers: withHeader(request.headers, "Host", host) };
      return fetch(sent).then((response) => {
        if (events.hasListeners()) report(request, response, { started, apiHost: host });
        return response;
      });
    },
    explain: (request) => edge(request, { detail: true, dryRun: true, ...country }),
    invalidate: edge.invalidate,
    cacheSize: edge.cacheSize,
    close: async () => {
      await Promise.all([functions.close(), origins.close()]);
    },
  };
}

function localApis(
  { stack, region }: LoadedStack,
  localUrl: RunOptions["localUrl"],
): Promise<LocalApi[]> {
  const hosts = apiHosts(stack, region);
  return Promise.all(hosts.map(async (api) => ({ ...api, url: await localUrl?.(api.host) })));
}

function originWarnings({ origins }: EdgeModel, { placeOf, hosts }: OpenOrigins): string[] {
  return origins.flatMap((origin) => {
    const { id, domainName } = origin;
    const place = placeOf(origin);
    if (place === "nowhere") {
      return `origin "${id}" is ${domainName}, which the stack does not define: 502 until --origin ${id}=URL says where it runs`;
    }
    return place === "stack" && hosts.isEmptyBucket(domainName)
      ? `origin "${id}" is a bucket into which the stack puts no file: nothing is found until --origin ${id}=URL says where its files are served`
      : [];
  });
}

function localNote(address: string): string {
  return `${address}: the API's addresses in its content are replaced by the local ones`;
}
