import { type ClientHttp2Session, connect, constants } from "node:http2";
import { setTimeout as sleep } from "node:timers/promises";
import { siteStack } from "../preview/support/site-stack";
import { patience, slowest } from "./support/healthy-viewer";
import { leastGrowth, type PreviewProcess, startPreviewProcess } from "./support/preview-process";
import { plainAnswer, type RawOrigin, startRawOrigin } from "./support/raw-origin";

const STREAMS = 10_000;

let origin: RawOrigin;
let preview: PreviewProcess;

beforeAll(async () => {
  origin = await startRawOrigin((socket) => socket.write(plainAnswer("fine")));
  preview = await startPreviewProcess(siteStack(), origin.url);
});

afterAll(async () => {
  await preview.stop();
  await origin.close();
});

function openSession(): ClientHttp2Session {
  const session = connect(`https://localhost:${preview.httpsPort}`, { rejectUnauthorized: false });
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
  const alone = await slowest(preview.port, "/backend/x", 40);
  await resetRapidly(STREAMS); // what the heap takes for the first time is no leak
  const grown = await leastGrowth(preview, async () => {
    const flood = resetRapidly(STREAMS);
    expect(await slowest(preview.port, "/backend/x", 20)).toBeLessThan(patience(alone));
    await flood;
  });
  expect(await slowest(preview.port, "/backend/x", 20)).toBeLessThan(patience(alone));
  expect(preview.isRunning()).toBe(true);
  expect(preview.problems).toEqual([]);
  expect(grown).toBeLessThan(150);
}, 300_000);
