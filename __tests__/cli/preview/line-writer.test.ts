import { Writable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { lineWriter } from "../../../cli/preview/line-writer";

it("writes the lines of one moment together, in their order", async () => {
  const written: string[] = [];
  const write = lineWriter(
    new Writable({
      write: (chunk, _encoding, done) => {
        written.push(String(chunk));
        done();
      },
    }),
  );
  write("one");
  write("two");
  await nextTurn();
  write("three");
  await nextTurn();
  expect(written).toEqual(["one\ntwo\n", "three\n"]);
});
