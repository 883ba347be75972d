import type { Session } from "../session";

/** The session that answers now. A new one takes over between two requests. */
export interface LiveSession {
  readonly current: Session;
  /** Runs work on the session of this moment, which stays open until the work is done. */
  use<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Lets a session take over; the old one closes when its last request is answered. */
  replace(next: Session): void;
  /** Told after each {@link replace}. Returns the function that ends the subscription. */
  onReplace(listener: (session: Session) => void): () => void;
  /** Closes every session, whatever is under way. */
  close(): Promise<void>;
}

interface Lease {
  readonly session: Session;
  users: number;
  isOld: boolean;
}

/** Starts with a session. */
export function createLiveSession(first: Session): LiveSession {
  const open = new Set<Lease>();
  const listeners = new Set<(session: Session) => void>();
  let lease = take(first);

  function take(session: Session): Lease {
    const taken = { session, users: 0, isOld: false };
    open.add(taken);
    return taken;
  }

  function release(used: Lease): void {
    if (!used.isOld || used.users > 0 || !open.delete(used)) return;
    // What cannot be ended is not the next session's problem.
    used.session.close().catch(() => {});
  }

  return {
    get current() {
      return lease.session;
    },
    async use(work) {
      const used = lease;
      used.users += 1;
      try {
        return await work(used.session);
      } finally {
        used.users -= 1;
        release(used);
      }
    },
    replace(next) {
      const old = lease;
      lease = take(next);
      old.isOld = true;
      release(old);
      for (const listener of listeners) listener(next);
    },
    onReplace(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      const all = [...open];
      open.clear();
      await Promise.all(all.map(({ session }) => session.close()));
    },
  };
}
