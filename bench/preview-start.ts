// From `npm start` to the first page that is served. Run: npm run bench:preview-start
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { createInterface } from "node:readline";
import { median } from "./measure";

const ROUNDS = 7;

/** Seconds until the distribution's HTTP port answers with a page. */
async function startOnce(): Promise<number> {
  const started = performance.now();
  const child = spawn(
    "npm",
    ["start", "--silent", "--", "--json", "--no-watch", "--port", "0", "--https-port", "0"],
    { stdio: ["ignore", "pipe", "inherit"], detached: true },
  );
  try {
    for await (const line of createInterface(child.stdout)) {
      const { event, https } = JSON.parse(line) as { event: string; https: string };
      if (event !== "ready") continue;
      await servesPage(https);
      return (performance.now() - started) / 1000;
    }
    throw new Error("npm start ended before it was ready");
  } finally {
    const ended = once(child, "exit");
    // npm and what it started.
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    await ended;
  }
}

async function servesPage(url: string): Promise<void> {
  // The certificate is made at the start, so nobody can trust it yet.
  const request = get(`${url}/`, { rejectUnauthorized: false, agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.resume();
  if (response.statusCode !== 200) throw new Error(`the page has status ${response.statusCode}`);
  await once(response, "end");
}

async function main(): Promise<void> {
  await startOnce(); // warms up: bundle, certificate, disk
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) seconds.push(await startOnce());
  console.log(`npm start to the first page: ${median(seconds).toFixed(2)} s (below 2.5)`);
}

void main();
