import { readHead } from "../server/incoming";
import { listen } from "../server/listen";
import { respond } from "../server/respond";
import { httpServer } from "../server/servers";
import { createInspector } from "./create-inspector";
import type { InspectorFeed } from "./feed";

/** Where the inspector listens. */
export interface InspectorPort {
  /** 0 takes any free one. @default 0 */
  readonly port?: number;
  /** Whether another port will do when this one is taken. @default true */
  readonly orFree?: boolean;
}

/** A running inspector. */
export interface RunningInspector {
  /** Such as `http://127.0.0.1:9090/`: a site of its own, so that no cookie of the app reaches it. */
  readonly url: string;
  /** Tells open pages that the stack was synthesized again. */
  changed(): void;
  close(): Promise<void>;
}

const HOST = "127.0.0.1";

/**
 * Starts the inspector on a port of its own, on loopback only.
 *
 * @throws when the port is taken and no other one will do
 */
export async function startInspector(
  feed: InspectorFeed,
  { port: wanted = 0, orFree = true }: InspectorPort = {},
): Promise<RunningInspector> {
  const inspector = createInspector(feed);
  let port = wanted;
  const { server, close } = httpServer((incoming, out) => {
    out.on("error", () => {}); // the page is gone: `close` tells
    incoming.on("error", () => {});
    incoming.resume();
    const head = readHead(incoming);
    respond(out, inspector.answer(head, port), head.method).catch(() => incoming.destroy());
  });
  try {
    port = await listen(server, { host: HOST, port: wanted, orFree });
  } catch (error) {
    inspector.close();
    throw error;
  }
  return {
    url: `http://${HOST}:${port}/`,
    changed: inspector.changed,
    async close() {
      inspector.close();
      await close(1000);
    },
  };
}
