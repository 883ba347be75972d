import { PassThrough } from "node:stream";
import { untilStopped } from "../../../cli/preview/until-stopped";

it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s stops, and the next one is left to the system",
  async (signal) => {
    const before = process.listenerCount(signal);
    const stopped = untilStopped({}, new PassThrough());
    process.emit(signal);
    await stopped;
    expect(process.listenerCount(signal)).toBe(before);
  },
);

it("the end of the reader stops, and what is told afterwards harms nothing", async () => {
  const told = new PassThrough();
  const stopped = untilStopped({}, told);
  told.destroy(new Error("write EPIPE"));
  await stopped;
  expect(() => told.emit("error", new Error("write EPIPE"))).not.toThrow();
});
