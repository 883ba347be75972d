// A stack behind real ports: what `npm start` runs.

import { localCertificate } from "./server/certificate";
import { createPorts, type PortsOptions, type Urls } from "./server/ports";
import { createSession, type RunOptions, type Session } from "./session";
import { demoKey } from "./session/demo-key";
import { createEvents } from "./session/events";
import { createLiveSession, type LiveSession } from "./session/live-session";
import type { StackSource } from "./session/load-stack";

/** How a preview runs. */
export interface PreviewOptions
  extends PortsOptions,
    Omit<RunOptions, "localUrl" | "httpsAuthority"> {
  /**
   * Folder where the certificate is kept between runs.
   *
   * @default - nowhere: each run makes a new one
   */
  readonly cacheFolder?: string;
}

/** A running preview. */
export interface Preview {
  readonly live: LiveSession;
  readonly urls: Urls;
  /**
   * Starts the stack anew and lets it take over; ports, keys and listeners stay.
   *
   * @throws when the new stack cannot run; the old one goes on
   */
  reload(source: StackSource): Promise<Session>;
  /** Ends everything: ports, functions, processes. */
  close(): Promise<void>;
}

/** Requests under way may take so long to end when the preview ends. */
const GRACE_MILLISECONDS = 1000;

/**
 * Runs a stack on loopback ports.
 *
 * @param source the stack, or the promise of one that is still being synthesized
 * @throws when the stack cannot run, or when a port that was asked for is taken
 */
export async function startPreview(
  source: StackSource | Promise<StackSource>,
  options: PreviewOptions = {},
): Promise<Preview> {
  const ports = createPorts(options);
  const run: RunOptions = {
    iamKey: demoKey(),
    events: createEvents(),
    ...options,
    localUrl: ports.apiUrl,
    httpsAuthority: ports.httpsAuthority,
  };
  const start = (from: StackSource): Promise<Session> => createSession({ ...from, ...run });
  let live: LiveSession | undefined;
  let isClosed = false;
  try {
    live = createLiveSession(await start(await source));
    const running = live;
    const { aliases } = running.current.model;
    const certificate = await localCertificate(aliases, options.cacheFolder, Date.now());
    const urls = await ports.open(running, certificate);
    return {
      live: running,
      urls,
      async reload(next) {
        const session = await start(next);
        if (isClosed) {
          await session.close();
          throw new Error("the preview has ended");
        }
        running.replace(session);
        return session;
      },
      async close() {
        isClosed = true;
        await ports.close(GRACE_MILLISECONDS);
        await running.close();
      },
    };
  } catch (error) {
    await ports.close(0);
    await live?.close();
    throw error;
  }
}
