import { type ClientHttp2Session, connect, constants } from "node:http2";
import { setTimeout as sleep } from "node:timers/promises";
import { attackedPreview } from "./support/attacked-preview";
import { patience, slowest } from "./support/healthy-viewer";
import { leastGrowth } from "./support/preview-process";

const STREAMS = 10_000;

const attacked = attackedPreview();

function openSession(): ClientHttp2Session {
  const session = connect(`https://localhost:${attacked.preview.httpsPort}`, {
    rejectUnauthorized: false,
  });
  session.on("error", () => {});
  return session;
}

/** Opens streams and takes each back at once; opens another session when the server ends one. */
async function resetRapidly(count: number): Promise<void> {
  let session = openSession();
  for (let index = 0; index < count; index++) {
    if (session.closed || session.destroyed) session = openSession();
    const stream = session.request({ ":path": "/backend/x" });
    stream.on("error", () => {});
    stream.close(constants.NGHTTP2_CANCEL);
    if (index % 20 === 19) await sleep(1);
  }
  session.destroy();
}

it(`${STREAMS} streams that are reset at once delay nobody for long and leave no memory`, async () => {
  const alone = await slowest(attacked.preview.port, "/backend/x", 40);
  await resetRapidly(STREAMS); // what the heap takes for the first time is no leak
  const grown = await leastGrowth(attacked.preview, async () => {
    const flood = resetRapidly(STREAMS);
    expect(await slowest(attacked.preview.port, "/backend/x", 20)).toBeLessThan(patience(alone));
    await flood;
  });
  expect(await slowest(attacked.preview.port, "/backend/x", 20)).toBeLessThan(patience(alone));
  expect(attacked.preview.isRunning()).toBe(true);
  expect(attacked.preview.problems).toEqual([]);
  expect(grown).toBeLessThan(150);
}, 300_000);
