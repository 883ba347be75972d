import type { Session } from "../../../preview/session";
import { createLiveSession } from "../../../preview/session/live-session";

function fakeSession() {
  const state = { isClosed: false };
  const session = {
    close: async () => {
      state.isClosed = true;
    },
  } as unknown as Session;
  return { state, session };
}

describe("a live session", () => {
  it("lets requests under way end on the session that they began with", async () => {
    const [first, second] = [fakeSession(), fakeSession()];
    const live = createLiveSession(first.session);
    let end = (): void => {};
    const slow = live.use(
      (session) =>
        new Promise<Session>((resolve) => {
          end = () => resolve(session);
        }),
    );
    live.replace(second.session);
    expect(live.current).toBe(second.session);
    expect(first.state.isClosed).toBe(false);
    end();
    expect(await slow).toBe(first.session);
    expect(first.state.isClosed).toBe(true);
  });

  it("closes an idle session at once and tells who listens", () => {
    const [first, second] = [fakeSession(), fakeSession()];
    const live = createLiveSession(first.session);
    const told: Session[] = [];
    const stop = live.onReplace((session) => told.push(session));
    live.replace(second.session);
    stop();
    live.replace(fakeSession().session);
    expect(first.state.isClosed).toBe(true);
    expect(told).toEqual([second.session]);
  });

  it("releases a session whose request failed", async () => {
    const [first, second] = [fakeSession(), fakeSession()];
    const live = createLiveSession(first.session);
    const failing = live.use(async () => {
      throw new Error("broken");
    });
    live.replace(second.session);
    await expect(failing).rejects.toThrow("broken");
    expect(first.state.isClosed).toBe(true);
    await live.close();
    expect(second.state.isClosed).toBe(true);
  });
});
