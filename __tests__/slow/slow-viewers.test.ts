import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { attackedPreview } from "./support/attacked-preview";
import { patience, slowest } from "./support/healthy-viewer";

const attacked = attackedPreview();

/** Viewers that begin with some bytes and go on with one byte a second. */
function slowViewers(count: number, start: string) {
  const sockets: Socket[] = [];
  let open = count;
  for (let index = 0; index < count; index++) {
    const socket = connect(attacked.preview.port, "127.0.0.1", () => socket.write(start));
    socket.on("error", () => {});
    socket.on("close", () => {
      open -= 1;
    });
    sockets.push(socket.resume());
  }
  const trickle = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write("a");
  }, 1000);
  return {
    open: () => open,
    end: () => {
      clearInterval(trickle);
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function secondsUntilGone(viewers: ReturnType<typeof slowViewers>) {
  const started = Date.now();
  while (viewers.open() > 0) await sleep(50);
  viewers.end();
  return (Date.now() - started) / 1000;
}

it("200 viewers that send a byte a second delay nobody for long and are gone before a minute, which Node would give them (V7)", async () => {
  const alone = await slowest(attacked.preview.port, "/backend/x", 40);
  const viewers = slowViewers(200, "GET / HTTP/1.1\r\nHost: ");
  const gone = secondsUntilGone(viewers);
  await sleep(500);
  expect(viewers.open()).toBe(200);
  expect(await slowest(attacked.preview.port, "/backend/x", 60)).toBeLessThan(patience(alone));
  expect(await gone).toBeLessThan(45);
});

it("viewers whose bodies stop are gone before five minutes, which Node would give them, and no origin is asked (V7)", async () => {
  const asked = attacked.origin.received.join("");
  const head = `POST /backend/body HTTP/1.1\r\nHost: localhost:${attacked.preview.port}\r\nContent-Length: 1000\r\n\r\n`;
  const viewers = slowViewers(100, head);
  await sleep(500);
  expect(viewers.open()).toBe(100);
  expect(await secondsUntilGone(viewers)).toBeLessThan(120);
  expect(attacked.origin.received.join("")).toBe(asked);
  expect(attacked.preview.isRunning()).toBe(true);
  expect(attacked.preview.problems).toEqual([]);
});
