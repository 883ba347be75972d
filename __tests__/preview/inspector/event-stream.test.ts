import { eventStream, readCursor } from "../../../preview/inspector/event-stream";
import { keepHistory } from "../../../preview/inspector/history";
import { createEvents } from "../../../preview/session/events";
import { exchange } from "./inspected-edge";

const TIMES = { gather: 1, heartbeat: 20 };

interface Frame {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

const setUp = () => {
  const events = createEvents();
  const history = keepHistory(events, (text) => text);
  const end = new AbortController();
  const open = (cursor = "") => {
    const stream = eventStream(history, readCursor(cursor), end.signal, TIMES);
    const next = async (): Promise<Frame> => {
      const chunk = await stream.next();
      const text = Buffer.from(chunk.value ?? []).toString();
      const field = (name: string): string | undefined =>
        new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1];
      const data = field("data");
      const parsed: unknown = data === undefined ? undefined : JSON.parse(data);
      return { event: field("event") ?? text.trim(), id: field("id"), data: parsed };
    };
    return { next, stream };
  };
  return { events, history, end, open };
};

it("begins with what is kept, then goes on with what happens", async () => {
  const { events, history, end, open } = setUp();
  events.exchange(exchange());
  const { next, stream } = open();
  expect(await next()).toMatchObject({ event: "hello", data: { run: history.run, isNew: true } });
  expect(await next()).toMatchObject({
    event: "exchanges",
    id: `${history.run}-1-0`,
    data: [{ id: 1, status: 200 }],
  });
  const later = next();
  events.exchange(exchange());
  events.exchange(exchange());
  expect(await later).toMatchObject({ event: "exchanges", data: [{ id: 2 }, { id: 3 }] });
  end.abort();
  expect((await stream.next()).done).toBe(true);
});

it("goes on after the cursor of a page that comes back", async () => {
  const { events, history, end, open } = setUp();
  for (let i = 0; i < 3; i++) events.exchange(exchange());
  const { next } = open(`${history.run}-2-0`);
  expect(await next()).toMatchObject({ event: "hello", data: { isNew: false } });
  expect(await next()).toMatchObject({ event: "exchanges", data: [{ id: 3 }] });
  end.abort();
});

it.each(["", "0000-2-0", "nonsense", "1-2-3\n4"])(
  "begins anew for the cursor %j, of another run or none",
  async (cursor) => {
    const { events, end, open } = setUp();
    for (let i = 0; i < 3; i++) events.exchange(exchange());
    const { next } = open(cursor);
    expect(await next()).toMatchObject({ event: "hello", data: { isNew: true } });
    expect((await next()).data).toHaveLength(3);
    end.abort();
  },
);

it("tells of log lines, of a new stack and of a cleared list", async () => {
  const { events, history, end, open } = setUp();
  const { next } = open();
  await next();
  const log = next();
  events.log({ address: "aws_lambda_function.api", level: "error", text: "no table" });
  expect(await log).toMatchObject({ event: "logs", data: [{ id: 1, text: "no table" }] });
  const stack = next();
  history.changed();
  expect(await stack).toMatchObject({ event: "stack" });
  const cleared = next();
  events.exchange(exchange());
  history.clear();
  expect(await cleared).toMatchObject({ event: "cleared", data: { to: 1 } });
  end.abort();
});

it("gives a sign of life, and stops listening when the page is gone", async () => {
  const { history, open } = setUp();
  const { next, stream } = open();
  await next();
  expect((await next()).event).toBe(": still here");
  const told = jest.spyOn(history, "onChange");
  await stream.return(undefined);
  expect((await stream.next()).done).toBe(true);
  told.mockRestore();
});
