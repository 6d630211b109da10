import { diffArrays } from "diff";

export type LineKind = "same" | "added" | "removed" | "changed";

/** A line of either document, beside its like of the other; null where the other has none. */
export interface LinePair {
  kind: LineKind;
  left: { number: number; text: string } | null;
  right: { number: number; text: string } | null;
}

/** Lines that are the same on both sides and so far from any difference that nobody needs them. */
export interface Skipped {
  kind: "skipped";
  lines: number;
}

/** Lines kept around a difference, so that it is seen where it stands. */
const AROUND = 3;

/** Two texts line by line beside each other, without what is the same in both. */
export function sideBySide(left: string, right: string): (LinePair | Skipped)[] {
  return withoutSame(pairsOf(left, right));
}

function pairsOf(left: string, right: string): LinePair[] {
  const pairs: LinePair[] = [];
  let [leftNumber, rightNumber] = [0, 0];
  let removed: string[] = [];
  const putRemoved = (added: readonly string[]) => {
    for (let place = 0; place < Math.max(removed.length, added.length); place++) {
      const [was, is] = [removed[place], added[place]];
      pairs.push({
        kind: was === undefined ? "added" : is === undefined ? "removed" : "changed",
        left: was === undefined ? null : { number: ++leftNumber, text: was },
        right: is === undefined ? null : { number: ++rightNumber, text: is },
      });
    }
    removed = [];
  };
  for (const part of diffArrays(linesOf(left), linesOf(right))) {
    if (part.removed) removed = part.value;
    else if (part.added) putRemoved(part.value);
    else {
      putRemoved([]);
      for (const text of part.value)
        pairs.push({
          kind: "same",
          left: { number: ++leftNumber, text },
          right: { number: ++rightNumber, text },
        });
    }
  }
  putRemoved([]);
  return pairs;
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}

function withoutSame(pairs: readonly LinePair[]): (LinePair | Skipped)[] {
  const isNear = (place: number) =>
    pairs.slice(Math.max(0, place - AROUND), place + AROUND + 1).some(({ kind }) => kind !== "same");
  const shown: (LinePair | Skipped)[] = [];
  for (const [place, pair] of pairs.entries()) {
    if (isNear(place)) {
      shown.push(pair);
      continue;
    }
    const last = shown.at(-1);
    if (last?.kind === "skipped") last.lines += 1;
    else shown.push({ kind: "skipped", lines: 1 });
  }
  return shown;
}
