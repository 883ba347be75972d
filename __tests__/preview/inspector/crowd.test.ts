import { watchForCrowds } from "../../../preview/inspector/crowd";

/** Exchanges at even distances. */
function send(tell: (at: number) => boolean, from: number, count: number, milliseconds: number) {
  let isCrowd = false;
  for (let i = 0; i < count; i++) isCrowd = tell(from + (i * milliseconds) / count);
  return isCrowd;
}

describe("a crowd of exchanges", () => {
  it("is 1,000 within 200 ms", () => {
    const tell = watchForCrowds();
    send(tell, 1000, 1000, 200);
    expect(tell(1200)).toBe(true);
  });

  it("is not what a large page asks for at once", () => {
    const tell = watchForCrowds();
    send(tell, 1000, 900, 50);
    expect(send(tell, 1300, 900, 50)).toBe(false);
  });

  it("is over when fewer come", () => {
    const tell = watchForCrowds();
    send(tell, 1000, 4000, 400);
    expect(tell(1400)).toBe(true);
    expect(send(tell, 1401, 100, 400)).toBe(false);
  });

  it("is over when nothing came for a while", () => {
    const tell = watchForCrowds();
    send(tell, 1000, 1000, 190);
    expect(tell(60_000)).toBe(false);
  });

  it("is over, too, when the clock is set back", () => {
    const tell = watchForCrowds();
    send(tell, 60_000, 4000, 400);
    tell(1000);
    expect(send(tell, 1001, 100, 400)).toBe(false);
  });
});
