import { expect, test } from "vitest";
import { raise, type Look, type Watermark } from "./watermark.ts";

const at = (place: bigint) => ({ ledger: place, handled: place, levels: place });
const look = (place: bigint, { oldest, next }: { oldest: bigint; next: bigint }): Look => ({
  ...at(place),
  oldest,
  next,
});
const START: Watermark = { taken: at(0n), seen: { ...at(10n), below: 100n } };

test("the mark stays while a transaction from before the last look may still write below it", () => {
  expect(raise(START, look(20n, { oldest: 99n, next: 130n }))).toEqual(START);
});

test("the mark rises to what was seen once all from before have ended, and no further", () => {
  const raised = raise(START, look(20n, { oldest: 100n, next: 130n }));
  expect(raised).toEqual({ taken: at(10n), seen: { ...at(20n), below: 130n } });
});

test("an entry that is committed after a later one is never passed by", () => {
  // Number 11 is drawn by transaction 105, which is still under way when 12 of transaction 106 is seen.
  const first = raise(START, look(12n, { oldest: 105n, next: 107n }));
  expect(first.taken.ledger).toBeLessThan(11n);
  const second = raise(first, look(12n, { oldest: 105n, next: 107n }));
  expect(second.taken.ledger).toBeLessThan(11n);
  const third = raise(second, look(12n, { oldest: 107n, next: 107n }));
  expect(third.taken.ledger).toBe(12n);
});

test("numbers of the database that this one was restored from hold up nothing", () => {
  const restored = { taken: at(5n), seen: { ...at(9n), below: 5_000_000n } };
  expect(raise(restored, look(9n, { oldest: 700n, next: 701n })).taken).toEqual(at(9n));
});
