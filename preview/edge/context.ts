import { type CacheLimits, ObjectCache, type StoredObject } from "../cache/object-cache";
import type { Behavior, EdgeModel, FunctionAssociation, Origin, OriginGroup } from "../edge-model";
import type { EdgeFunction } from "../functions/edge-function";
import type { EdgeRequest, Fetch } from "../messages";
import { DEFAULT_VIEWER, type ViewerFacts } from "../pipeline/cloudfront-headers";
import { type CompiledBehavior, compileBehavior } from "../pipeline/compile-behavior";
import { edgeHeaders, newViaHost, requestIds } from "../pipeline/edge-headers";
import { compileHostCheck, type HostCheck, LOOPBACK_HOSTS } from "../pipeline/host";
import type { Trace, TraceStep } from "../trace";

/** What the edge needs from outside. */
export interface EdgeDeps {
  /** Where requests to an origin go. */
  readonly fetchFor: (origin: Origin) => Fetch;
  /** The function of an association; undefined when nothing here can run it. */
  readonly functionFor: (association: FunctionAssociation) => EdgeFunction | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** @default 1024 objects, 64 MiB */
  readonly cacheLimits?: CacheLimits;
  /**
   * Hosts that stand for the distribution's domain.
   *
   * @default ["localhost", "127.0.0.1", "[::1]"]
   */
  readonly localHosts?: readonly string[];
  /**
   * The HTTPS host and port that a redirect names for the Host of an HTTP request.
   *
   * @default - the same host without its port
   */
  readonly httpsAuthority?: (host: string) => string;
  /** @default - a viewer in Seattle */
  readonly viewer?: Partial<ViewerFacts>;
  /** Name of the edge location. @default "LOC50-C1" */
  readonly pop?: string;
}

type BehaviorStep = Extract<TraceStep, { step: "behavior" }>;

/** A distribution made ready to answer requests. */
export interface EdgeContext {
  readonly model: EdgeModel;
  readonly deps: EdgeDeps;
  readonly ordered: readonly CompiledBehavior[];
  readonly defaultBehavior: CompiledBehavior;
  /** The patterns that were tried when a behavior was chosen, by its index. */
  readonly triedPatterns: readonly BehaviorStep["tried"][];
  readonly origins: ReadonlyMap<string, Origin>;
  readonly groups: ReadonlyMap<string, OriginGroup>;
  readonly knowsHost: HostCheck;
  readonly viewer: ViewerFacts;
  /** An id for X-Amz-Cf-Id. */
  readonly newRequestId: () => string;
  readonly viaHost: string;
  readonly pop: string;
  readonly withEdgeHeaders: ReturnType<typeof edgeHeaders>;
  readonly cache: ObjectCache;
  /** Origin requests under way, by cache key, for requests that wait for the same object. */
  readonly flights: Map<string, Promise<StoredObject | undefined>>;
  readonly fetchOf: (origin: Origin) => Fetch;
}

/** One request on its way through the edge. */
export interface Exchange {
  readonly edge: EdgeContext;
  /** The viewer's request; `Host` is one of the distribution's names. */
  readonly request: EdgeRequest;
  /** The Host header as the viewer sent it. */
  readonly hostHeader: string;
  /** The name of the distribution that it stands for; undefined when it is not one. */
  readonly host: string | undefined;
  /** The viewer's country, when the caller gives one. */
  readonly country: string | undefined;
  readonly viewer: ViewerFacts;
  readonly requestId: string;
  readonly trace: Trace;
  /** Takes the steps; undefined when nobody asked for them. */
  readonly steps: TraceStep[] | undefined;
}

/** Compiles a model. Throws when a behavior points at an origin that the model does not have. */
export function createContext(model: EdgeModel, deps: EdgeDeps): EdgeContext {
  const fetches = new Map<Origin, Fetch>();
  const viaHost = newViaHost(deps.random);
  const pop = deps.pop ?? "LOC50-C1";
  const context: EdgeContext = {
    model,
    deps,
    ordered: model.orderedBehaviors.map(compileBehavior),
    defaultBehavior: compileBehavior(model.defaultBehavior, model.orderedBehaviors.length),
    triedPatterns: [...model.orderedBehaviors, model.defaultBehavior].map(tried),
    origins: new Map(model.origins.map((origin) => [origin.id, origin])),
    groups: new Map(model.originGroups.map((group) => [group.id, group])),
    knowsHost: compileHostCheck(model.domainName, model.aliases, deps.localHosts ?? LOOPBACK_HOSTS),
    viewer: { ...DEFAULT_VIEWER, ...deps.viewer },
    newRequestId: requestIds(deps.random),
    viaHost,
    pop,
    withEdgeHeaders: edgeHeaders({ viaHost, pop }),
    cache: new ObjectCache(deps.cacheLimits),
    flights: new Map(),
    fetchOf: (origin) => {
      const known = fetches.get(origin);
      if (known !== undefined) return known;
      const fetch = deps.fetchFor(origin);
      if (context.origins.get(origin.id) === origin) fetches.set(origin, fetch);
      return fetch;
    },
  };
  for (const { behavior } of [...context.ordered, context.defaultBehavior]) {
    targetOrigins(context, behavior.targetOriginId, behavior.pathPattern);
  }
  return context;
}

function tried(
  { pathPattern }: Behavior,
  index: number,
  all: readonly Behavior[],
): BehaviorStep["tried"] {
  const before = all.slice(0, index).map((one) => ({ pattern: one.pathPattern, matched: false }));
  return [...before, { pattern: pathPattern, matched: true }];
}

/** The origins that a request may go to, the primary first. */
export interface Target {
  readonly origins: readonly Origin[];
  /** Absent for a single origin. */
  readonly group: OriginGroup | undefined;
}

/** The origins behind an id, and their group if it is one. */
export function targetOrigins(edge: EdgeContext, targetId: string, pathPattern: string): Target {
  const group = edge.groups.get(targetId);
  const origins = (group?.members ?? [targetId]).map((id) => {
    const origin = edge.origins.get(id);
    if (origin !== undefined) return origin;
    throw new Error(
      `behavior "${pathPattern}" points at origin "${id}", which ${edge.model.address} does not define; add an origin block with that origin_id`,
    );
  });
  return { origins, group };
}

/** Writes something worth knowing into the trace. */
export function note({ trace }: Exchange, text: string): void {
  if (!trace.notes.includes(text)) trace.notes.push(text);
}
