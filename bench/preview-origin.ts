// A request that passes through to an origin, against `http-proxy` and `http-proxy-3` before the
// same origin: requests per second over 32 keep-alive connections, and what each adds to the
// latency of one request at a time. Run: npm run bench:preview-origin
import { existsSync } from "node:fs";
import { measure, median, medianRatio } from "./measure";
import { type Server, startBareServer, startPreview, startServer } from "./preview/start-server";
import { requestsPerSecond, viewer } from "./preview/viewer";

const ROUNDS = 9;
const LOAD = { connections: 32, seconds: 1.5 };
/** Until the compiler has seen enough of each server. */
const WARM_UP = { connections: 32, seconds: 8 };
const REQUESTS_IN_TURN = 300;
const PATH = "/api/orders";

async function main(): Promise<void> {
  if (!existsSync("bench/peers/node_modules")) measure("npm ci", "bench/peers");
  const origin = await startBareServer(1000);
  const peer = (name: string): Promise<Server> =>
    startServer((port) => [`bench/peers/${name}.cjs`, String(port), String(origin.port)]);
  const servers = {
    origin,
    preview: await startPreview(origin),
    proxy: await peer("http-proxy"),
    proxy3: await peer("http-proxy-3"),
  };
  const names = Object.keys(servers) as (keyof typeof servers)[];
  const lists = () => ({ origin: [], preview: [], proxy: [], proxy3: [] });
  const rates: Record<keyof typeof servers, number[]> = lists();
  const latencies: Record<keyof typeof servers, number[]> = lists();
  try {
    for (const name of names) await requestsPerSecond(servers[name].port, () => PATH, WARM_UP);
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of names) {
        rates[name].push(await requestsPerSecond(servers[name].port, () => PATH, LOAD));
      }
    }
    const viewers = names.map((name) => [name, viewer(servers[name].port)] as const);
    for (let turn = 0; turn < REQUESTS_IN_TURN; turn++) {
      for (const [name, one] of viewers) latencies[name].push(await one.get(PATH));
    }
    for (const [, one] of viewers) one.close();
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }

  const faster = median(rates.proxy) > median(rates.proxy3) ? "proxy" : "proxy3";
  const label = faster === "proxy" ? "http-proxy" : "http-proxy-3";
  console.log(
    `passed through: ${median(rates.preview).toFixed(0)}/s, ${label} ${median(rates[faster]).toFixed(0)}/s, ratio ${medianRatio(rates.preview, rates[faster]).toFixed(2)} (at least 0.50)`,
  );
  const added = (to: keyof typeof servers): string =>
    median(
      latencies.preview.map((latency, turn) => latency - (latencies[to][turn] ?? Number.NaN)),
    ).toFixed(2);
  console.log(
    `median added latency: ${added("origin")} ms to the origin's own ${median(latencies.origin).toFixed(2)} ms, ${added(faster)} ms to ${label} (below 1)`,
  );
}

void main();
