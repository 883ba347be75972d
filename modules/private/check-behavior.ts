// Pure checks of cache behaviors: what CloudFront would refuse after minutes is refused at once.
import {
  ALL_METHODS,
  type BehaviorProps,
  type Method,
  READ_AND_PREFLIGHT_METHODS,
  READ_METHODS,
} from "../behavior";

const LEGAL_SETS = [READ_METHODS, READ_AND_PREFLIGHT_METHODS, ALL_METHODS];

/** Says what CloudFront would refuse about a behavior, one sentence a mistake. */
export function behaviorProblems(props: BehaviorProps): string[] {
  return [
    ...methodProblems(props),
    ...policyProblems(props),
    ...ttlProblems(props),
    ...(["viewerRequest", "viewerResponse"] as const)
      .filter((event) => props[event]?.length === 0)
      .map((event) => `${event} must not be empty; leave it out`),
  ];
}

function methodProblems(props: BehaviorProps): string[] {
  const allowed = props.allowedMethods ?? READ_METHODS;
  const cached = props.cachedMethods ?? READ_METHODS;
  const problems: string[] = [];
  if (!LEGAL_SETS.some((set) => sameMethods(set, allowed))) {
    problems.push(
      `allowedMethods must be GET and HEAD, these and OPTIONS, or all seven, got ${allowed.join(", ")}`,
    );
  }
  if (!LEGAL_SETS.slice(0, 2).some((set) => sameMethods(set, cached))) {
    problems.push(
      `cachedMethods must be GET and HEAD, or these and OPTIONS, got ${cached.join(", ")}`,
    );
  }
  const extra = cached.filter((method) => !allowed.includes(method));
  if (extra.length > 0) {
    problems.push(
      `cachedMethods must be among allowedMethods, got ${extra.join(", ")} in cachedMethods only`,
    );
  }
  return problems;
}

function sameMethods(one: readonly Method[], other: readonly Method[]): boolean {
  return one.length === other.length && one.every((method) => other.includes(method));
}

function policyProblems(props: BehaviorProps): string[] {
  if (props.forwardedValues === undefined) return [];
  const policies = (["cachePolicyId", "originRequestPolicyId"] as const).filter(
    (name) => props[name] !== undefined,
  );
  return policies.map(
    (name) => `${name} does not go together with forwardedValues; choose one of the two`,
  );
}

function ttlProblems(props: BehaviorProps): string[] {
  const { minTtl, defaultTtl, maxTtl } = props;
  const given = Object.entries({ minTtl, defaultTtl, maxTtl }).filter(
    (entry): entry is [string, number] => entry[1] !== undefined,
  );
  if (given.length > 0 && props.forwardedValues === undefined) {
    const names = given.map(([name]) => name).join(", ");
    return [
      `${names} only work with forwardedValues; with policies they belong in the cache policy`,
    ];
  }
  const odd = given.filter(([, seconds]) => !Number.isInteger(seconds) || seconds < 0);
  if (odd.length > 0) {
    return odd.map(([name, seconds]) => `${name} must be whole seconds from 0, got ${seconds}`);
  }
  const [min, usual, max] = [minTtl ?? 0, defaultTtl ?? 86_400, maxTtl ?? 31_536_000];
  const inOrder = min <= max && (defaultTtl === undefined || (min <= usual && usual <= max));
  return inOrder
    ? []
    : [`minTtl, defaultTtl and maxTtl must not decrease, got ${min}, ${usual}, ${max}`];
}
