/** Results of authorizers, for as long as each may be kept. */
export interface AuthorizerCache {
  get(key: string, now: number): unknown;
  set(key: string, value: unknown, expires: number): void;
}

const MAX_ENTRIES = 1000;

/** An empty cache; the oldest result goes when there are more than a thousand. */
export function authorizerCache(): AuthorizerCache {
  const entries = new Map<string, { readonly value: unknown; readonly expires: number }>();
  return {
    get(key, now) {
      const entry = entries.get(key);
      return entry !== undefined && entry.expires > now ? entry.value : undefined;
    },
    set(key, value, expires) {
      entries.delete(key);
      entries.set(key, { value, expires });
      const [oldest] = entries.keys();
      if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest);
    },
  };
}
