import { describe, expect, test } from "vitest";
import { adjusted, aShop, ordered } from "./example-shop.ts";
import { canonicalForm, hashOf } from "./hash.ts";
import type { LedgerTransaction } from "./ledger.ts";
import { verifyChain } from "./verify-chain.ts";

const NAME = "example-7";

describe("the first row that is not as it was written is named", () => {
  test("a whole chain has no fault", () => {
    const { rows, end } = aChain();
    expect(verifyChain(rows, end, NAME)).toBeNull();
  });

  test("nor has one whose member was erased: only the pseudonym is hashed", () => {
    const { rows, end } = aChain();
    expect(
      verifyChain(
        rows.map((row) => ({ ...row, memberId: "erased" })),
        end,
        NAME,
      ),
    ).toBeNull();
    expect(rows.map((row) => canonicalForm(row, NAME)).join()).not.toMatch(/"7"/);
  });

  test.each<[string, (rows: LedgerTransaction[]) => LedgerTransaction[], object]>([
    [
      "changed points",
      (rows) => replace(rows, 3, { postings: scaled(rows[2]) }),
      { seq: 3, fault: "changed" },
    ],
    [
      "a changed reason",
      (rows) => replace(rows, 2, { explanation: { kind: "adjust", reason: "x", points: "2" } }),
      { seq: 2, fault: "changed" },
    ],
    ["a change with its hash made to fit", (rows) => forged(rows, 2), { seq: 2, fault: "changed" }],
    ["a row removed", (rows) => rows.filter(({ seq }) => seq !== 3), { seq: 3, fault: "removed" }],
    ["the last rows removed", (rows) => rows.slice(0, 3), { seq: 4, fault: "removed" }],
    [
      "two rows swapped",
      ([a, b, c, d, e]) => present([a, c, b, d, e]),
      { key: "adjust:c", fault: "swapped" },
    ],
    [
      "two rows swapped with their numbers",
      (rows) => renumbered(rows),
      { key: "adjust:c", fault: "swapped" },
    ],
    ["a row inserted", (rows) => withInserted(rows), { key: "adjust:false", fault: "inserted" }],
  ])("%s", (_, tamper, fault) => {
    const { rows, end } = aChain();
    expect(verifyChain(tamper(rows), end, NAME)).toMatchObject({ memberId: "7", ...fault });
  });

  test("a record that says other figures or lots than the postings", () => {
    const { rows, end } = aChain();
    expect(verifyChain(rows, { ...end, available: end.available + 1n }, NAME)).toMatchObject({
      fault: "figures",
    });
    const lots = end.lots.map((lot) => ({ ...lot, remaining: lot.remaining + 1n }));
    expect(verifyChain(rows, { ...end, lots }, NAME)).toMatchObject({ fault: "lots" });
  });

  test("a balance that fell below 0, although every hash fits", () => {
    const { rows, end } = aChain();
    const [first] = rows;
    if (first === undefined) return;
    const postings = [
      { debit: "available", credit: "adjustments", points: 1n, lotId: null, orderId: null } as const,
    ];
    const below = { ...first, postings: [...postings] };
    const hash = hashOf(below, NAME);
    expect(verifyChain([{ ...below, hash }], { ...end, seq: 1, head: hash }, NAME)).toMatchObject({
      fault: "below-zero",
    });
  });
});

test("the hash does not depend on the order of an explanation's keys, as a database may change it", () => {
  const { rows } = aChain();
  const [first] = rows;
  if (first?.explanation.kind !== "adjust") throw new Error("the first is an adjustment");
  const { kind, reason, points } = first.explanation;
  expect(hashOf({ ...first, explanation: { points, reason, kind } }, NAME)).toBe(first.hash);
});

test("the canonical form is the documented one", () => {
  const { rows } = aChain();
  const [first] = rows;
  if (first === undefined) return;
  expect(canonicalForm(first, NAME)).toBe(
    '[1,"example-7",1,"adjust:a","adjust",1769947200000,["event-0","example"],1,' +
      '{"kind":"adjust","points":"1","reason":"goodwill"},[["adjustments","available","1","adjust:a",null]]]',
  );
});

function aChain() {
  const shop = aShop({});
  for (const key of ["a", "b", "c", "d"])
    shop.at("2026-02-01T12:00:00Z", adjusted(BigInt(key.charCodeAt(0) - 96), key));
  shop.at("2026-02-02T12:00:00Z", ordered(20, "2026-02-02T12:00:00Z"));
  const end = shop.book.members.get("7");
  if (end === undefined) throw new Error("customer 7 is known");
  return { rows: shop.book.journal, end };
}

function replace(
  rows: LedgerTransaction[],
  seq: number,
  parts: Partial<LedgerTransaction>,
): LedgerTransaction[] {
  return rows.map((row) => (row.seq === seq ? { ...row, ...parts } : row));
}

function scaled(row: LedgerTransaction | undefined) {
  return (row?.postings ?? []).map((posting) => ({ ...posting, points: posting.points * 10n }));
}

function forged(rows: LedgerTransaction[], seq: number): LedgerTransaction[] {
  return rows.map((row) => {
    if (row.seq !== seq) return row;
    const changed = { ...row, postings: scaled(row) };
    return { ...changed, hash: hashOf(changed, NAME) };
  });
}

function present(rows: (LedgerTransaction | undefined)[]): LedgerTransaction[] {
  return rows.filter((row) => row !== undefined);
}

function renumbered([a, b, c, d, e]: LedgerTransaction[]): LedgerTransaction[] {
  if (b === undefined || c === undefined) return [];
  return present([a, { ...c, seq: 2 }, { ...b, seq: 3 }, d, e]);
}

function withInserted(rows: LedgerTransaction[]): LedgerTransaction[] {
  const [first, second] = rows;
  if (first === undefined || second === undefined) return [];
  const inserted = { ...second, key: "adjust:false" };
  return [first, second, { ...inserted, hash: hashOf(inserted, NAME) }, ...rows.slice(2)];
}
