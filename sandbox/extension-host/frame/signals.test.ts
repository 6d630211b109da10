import { describe, expect, it, vi } from "vitest";
import { Signals } from "./signals.ts";

const START = { count: 1, scan: { data: "A", at: 1 } };

describe("values that change", () => {
  it("are told to who subscribed, once for each change", () => {
    const signals = new Signals(START);
    const count = signals.of((state) => state.count);
    const heard = vi.fn();
    const stop = count.subscribe(heard);
    signals.set({ ...START, count: 2 });
    signals.set({ ...START, count: 2 });
    stop();
    signals.set({ ...START, count: 3 });
    expect(heard.mock.calls).toEqual([[2]]);
    expect([count.value, count.current]).toEqual([3, 3]);
  });

  it("may be another one although they look the same, where a key says so", () => {
    const signals = new Signals(START);
    const scan = signals.of((state) => state.scan.data, { key: (state) => state.scan.at });
    const heard = vi.fn();
    scan.subscribe(heard);
    signals.set({ ...START, scan: { data: "A", at: 2 } });
    expect(heard.mock.calls).toEqual([["A"]]);
  });

  it("become the signals that the extension brings along, with the value they have", () => {
    class Brought<T> {
      value: T;
      constructor(value: T) {
        this.value = value;
      }
    }
    const made: Brought<unknown>[] = [];
    const signals = new Signals(START);
    const count = signals.of((state) => state.count);
    signals.setSignals(
      class<T> extends Brought<T> {
        constructor(value: T) {
          super(value);
          made.push(this);
        }
      },
    );
    signals.set({ ...START, count: 2 });
    expect([made.length, made[0]?.value, count.value]).toEqual([1, 2, 2]);
  });
});
