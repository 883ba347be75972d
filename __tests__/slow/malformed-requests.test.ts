import { connect } from "node:net";
import { malformedRequests } from "../preview/support/malformed-requests";
import { attackedPreview } from "./support/attacked-preview";
import { patience, slowest } from "./support/healthy-viewer";
import { leastGrowth } from "./support/preview-process";

const COUNT = 10_000;
const AT_ONCE = 100;

const attacked = attackedPreview();

/** Sends all there is and waits for the end of the connection. */
function send(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(attacked.preview.port, "127.0.0.1", () => socket.end(bytes));
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
    longest = Math.max(longest, await slowest(attacked.preview.port, "/backend/x", 2));
    await batch;
  }
  return longest;
}

it(`${COUNT} malformed requests end nothing, delay nobody for long and leave no memory (V16)`, async () => {
  const alone = await slowest(attacked.preview.port, "/backend/x", 40);
  const requests = malformedRequests(COUNT, attacked.preview.port);
  await sendAll(requests.slice(0, 2000)); // code and buffers of the first time are no leak
  let longest = 0;
  const grown = await leastGrowth(attacked.preview, async () => {
    longest = Math.max(longest, await sendAll(requests));
  });
  expect(attacked.preview.isRunning()).toBe(true);
  expect(attacked.preview.problems).toEqual([]);
  expect(longest).toBeLessThan(patience(alone));
  expect(grown).toBeLessThan(50);
}, 300_000);
