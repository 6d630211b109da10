import { expect, test } from "vitest";
import { sideBySide } from "./side-by-side.ts";

const told = (left: string, right: string) =>
  sideBySide(left, right).map((pair) =>
    pair.kind === "skipped"
      ? `… ${pair.lines}`
      : `${pair.left?.number ?? ""} ${pair.left?.text ?? ""} | ${pair.right?.number ?? ""} ${pair.right?.text ?? ""} ${pair.kind}`,
  );

test("a changed line stands beside what it was", () => {
  expect(told("a\nb\nc\n", "a\nB\nc\n")).toEqual(["1 a | 1 a same", "2 b | 2 B changed", "3 c | 3 c same"]);
});

test("a line that is new, or gone, stands alone", () => {
  expect(told("a\n", "a\nb\n")).toEqual(["1 a | 1 a same", "  | 2 b added"]);
  expect(told("a\nb\n", "a\n")).toEqual(["1 a | 1 a same", "2 b |   removed"]);
});

test("where more lines come than go, the rest are new", () => {
  expect(told("x\nz", "1\n2\nz")).toEqual(["1 x | 1 1 changed", "  | 2 2 added", "2 z | 3 z same"]);
});

test("what is the same on both sides is left out but around a difference", () => {
  const lines = Array.from({ length: 20 }, (_, place) => `line ${place + 1}`);
  const changed = lines.with(9, "another");
  expect(told(lines.join("\n"), changed.join("\n"))).toEqual([
    "… 6",
    ...[7, 8, 9].map((number) => `${number} line ${number} | ${number} line ${number} same`),
    "10 line 10 | 10 another changed",
    ...[11, 12, 13].map((number) => `${number} line ${number} | ${number} line ${number} same`),
    "… 7",
  ]);
});

test("the same text differs nowhere", () => {
  expect(told("a\nb", "a\nb")).toEqual(["… 2"]);
});
