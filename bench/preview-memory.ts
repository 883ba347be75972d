// Memory of the preview after 100,000 requests for different objects of 10 KB, of which its cache
// keeps a few thousand at most. Run: npm run bench:preview-memory
import { readFileSync } from "node:fs";
import { startBareServer, startPreview } from "./preview/start-server";
import { requestsPerSecond } from "./preview/viewer";

const REQUESTS = 100_000;

async function main(): Promise<void> {
  const origin = await startBareServer(10_000);
  const preview = await startPreview(origin);
  let count = 0;
  let peak = 0;
  try {
    while (count < REQUESTS) {
      await requestsPerSecond(
        preview.port,
        () => {
          count += 1;
          return `/page-${count}`;
        },
        { connections: 32, seconds: 1 },
      );
      peak = Math.max(peak, residentMegabytes(preview.process.pid));
    }
    const end = residentMegabytes(preview.process.pid);
    console.log(
      `memory after ${count} requests: ${end.toFixed(0)} MB, at most ${peak.toFixed(0)} MB between them (below 250)`,
    );
  } finally {
    await preview.stop();
    await origin.stop();
  }
}

function residentMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

void main();
