import { Canceller } from "../../preview/cancellation";

describe("a cancellation", () => {
  it("is told once, to whoever listens then", () => {
    const canceller = new Canceller();
    const told: boolean[] = [];
    canceller.onCancel = () => told.push(canceller.isCancelled);
    expect(canceller.isCancelled).toBe(false);
    canceller.cancel();
    canceller.cancel();
    expect(told).toEqual([true]);
  });

  it("needs no listener", () => {
    const canceller = new Canceller();
    canceller.cancel();
    expect(canceller.isCancelled).toBe(true);
  });
});
