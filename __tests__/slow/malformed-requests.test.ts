import { connect } from "node:net";
import { malformedRequests } from "../preview/support/malformed-requests";
import { siteStack } from "../preview/support/site-stack";
import { patience, slowest } from "./support/healthy-viewer";
import { leastGrowth, type PreviewProcess, startPreviewProcess } from "./support/preview-process";
import { plainAnswer, type RawOrigin, startRawOrigin } from "./support/raw-origin";

const COUNT = 10_000;
const AT_ONCE = 100;

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

/** Sends all there is and waits for the end of the connection. */
function send(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(preview.port, "127.0.0.1", () => socket.end(bytes));
    socket.setTimeout(3000, () => socket.destroy());
    socket.on("error", () => {});
    socket.on("close", () => resolve());
    socket.resume();
  });
}

async function sendAll(requests: readonly Uint8Array[]): Promise<number> {
  let longest = 0;
  for (let index = 0; index < requests.length; index += AT_ONCE) {
    const batch = Promise.all(requests.slice(index, index + AT_ONCE).map(send));
    longest = Math.max(longest, await slowest(preview.port, "/backend/x", 2));
    await batch;
  }
  return longest;
}

it(`${COUNT} malformed requests end nothing, delay nobody for long and leave no memory (V16)`, async () => {
  const alone = await slowest(preview.port, "/backend/x", 40);
  const requests = malformedRequests(COUNT, preview.port);
  await sendAll(requests.slice(0, 2000)); // code and buffers of the first time are no leak
  let longest = 0;
  const grown = await leastGrowth(preview, async () => {
    longest = Math.max(longest, await sendAll(requests));
  });
  expect(preview.isRunning()).toBe(true);
  expect(preview.problems).toEqual([]);
  expect(longest).toBeLessThan(patience(alone));
  expect(grown).toBeLessThan(50);
}, 300_000);
