// A cache hit of 10 KB over 32 keep-alive connections, against a bare `node:http` server that
// answers the same bytes. Run: npm run bench:preview-hit
import { median, medianRatio } from "./measure";
import { startBareServer, startPreview } from "./preview/start-server";
import { requestsPerSecond } from "./preview/viewer";

const ROUNDS = 9;
const LOAD = { connections: 32, seconds: 1.5 };
/** Until the compiler has seen enough of either server. */
const WARM_UP = { connections: 32, seconds: 6 };

async function main(): Promise<void> {
  const bare = await startBareServer(10_000);
  const preview = await startPreview(bare);
  const rates = { bare: [] as number[], preview: [] as number[] };
  try {
    for (const { port } of [bare, preview]) await requestsPerSecond(port, () => "/page", WARM_UP);
    for (let round = 0; round < ROUNDS; round++) {
      rates.bare.push(await requestsPerSecond(bare.port, () => "/page", LOAD));
      rates.preview.push(await requestsPerSecond(preview.port, () => "/page", LOAD));
    }
  } finally {
    await preview.stop();
    await bare.stop();
  }
  console.log(
    `cache hits of 10 KB: ${median(rates.preview).toFixed(0)}/s, bare node:http ${median(rates.bare).toFixed(0)}/s, ratio ${medianRatio(rates.preview, rates.bare).toFixed(2)} (at least 0.50)`,
  );
}

void main();
