import { shortfallOf } from "../../loyalty/missing-points.ts";
import type { Debt } from "../../loyalty/programme.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";

export interface Standing {
  figures: { available: string; held: string; owed: string };
  /** What becomes of points that are taken and are not there. */
  debt: Debt;
}

/** What becomes of points that are to be taken and are not there; null where all are. */
export function shortWords(
  taken: bigint,
  { figures: { available, held, owed }, debt }: Standing,
  { t, f }: { t: Texts; f: Formats },
): string | null {
  const words = t.adjust;
  const standing = { available: BigInt(available), held: BigInt(held), owed: BigInt(owed) };
  const rest = shortfallOf(taken, standing, debt);
  if (rest === null) return null;
  const pointsOf = (count: bigint) => t.points(count.toString(), f.whole(count.toString()));
  return [
    words.short(f.whole(available)),
    ...(rest.owed > 0n ? [words.becomesOwed(pointsOf(rest.owed))] : []),
    ...(rest.dropped > 0n ? [words.isForgiven(pointsOf(rest.dropped))] : []),
  ].join(words.between);
}
