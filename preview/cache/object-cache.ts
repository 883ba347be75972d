import type { HeaderList } from "../messages";
import type { StaleLimits } from "../pipeline/stale";

/** A response as the edge keeps it. Times are milliseconds since 1970 unless named otherwise. */
export interface StoredObject {
  /** The exact key it is kept under. */
  readonly key: string;
  readonly status: number;
  readonly statusText?: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  /** The raw path with the query string of the cache key, for invalidations. */
  readonly path: string;
  /** Origin that gave it. */
  readonly originId: string;
  /** When it was fetched or last found unchanged. */
  readonly storedAt: number;
  readonly ttlSeconds: number;
  readonly ttlReason: string;
  readonly stale: StaleLimits;
  /** Whether a function made it, so that no error page replaces it. */
  readonly generated: boolean;
  /** After an origin's failure: the object is served as it is until then. */
  readonly retryAt: number;
}

/** How much the cache keeps. */
export interface CacheLimits {
  readonly maxEntries: number;
  readonly maxBytes: number;
}

/** A few hundred pages: enough for a preview, little enough to forget about. */
const DEFAULT_CACHE_LIMITS: CacheLimits = { maxEntries: 1024, maxBytes: 64 * 1024 * 1024 };

/** The bytes that an object counts for. */
function sizeOf({ key, headers, body }: StoredObject): number {
  let bytes = key.length + body.byteLength;
  for (const [name, value] of headers) bytes += name.length + value.length;
  return bytes;
}

/** Keeps objects by their exact key and drops the least recently used ones when it is full. */
export class ObjectCache {
  /** In order of use, the least recent first. */
  private readonly objects = new Map<string, StoredObject>();
  private bytes = 0;
  /** The object that was used last: it is at the end already, so it needs no move to get there. */
  private latest: StoredObject | undefined;

  constructor(private readonly limits: CacheLimits = DEFAULT_CACHE_LIMITS) {}

  /** Number of objects and the bytes they count for. */
  get size(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.objects.size, bytes: this.bytes };
  }

  /** The object of a key, expired or not. */
  get(key: string): StoredObject | undefined {
    const object = this.objects.get(key);
    if (object === undefined || object === this.latest) return object;
    this.objects.delete(key);
    this.objects.set(key, object);
    this.latest = object;
    return object;
  }

  /** The objects whose keys start with a text, expired or not. */
  startingWith(prefix: string): StoredObject[] {
    return [...this.objects.values()].filter(({ key }) => key.startsWith(prefix));
  }

  /** Keeps an object, unless it alone is larger than a quarter of the cache. */
  set(object: StoredObject): void {
    const { key } = object;
    this.delete(key);
    const size = sizeOf(object);
    if (size > this.limits.maxBytes / 4) return;
    this.objects.set(key, object);
    this.latest = object;
    this.bytes += size;
    for (const oldest of this.objects.keys()) {
      if (this.objects.size <= this.limits.maxEntries && this.bytes <= this.limits.maxBytes) return;
      this.delete(oldest);
    }
  }

  /** Forgets an object. */
  delete(key: string): void {
    const object = this.objects.get(key);
    if (object === undefined) return;
    this.objects.delete(key);
    this.bytes -= sizeOf(object);
  }

  /** Forgets every object whose path fits, as an invalidation does, and returns how many. */
  invalidate(matches: (path: string) => boolean): number {
    const keys = [...this.objects].filter(([, { path }]) => matches(path)).map(([key]) => key);
    for (const key of keys) this.delete(key);
    return keys.length;
  }
}
