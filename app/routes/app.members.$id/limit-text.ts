import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { LimitView } from "../../use-cases/staff/adjustment-limit.ts";

/** How many points somebody may move by hand, at once and today; "" where nothing limits them. */
export function limitText(
  { each, left }: Pick<LimitView, "each" | "left">,
  { t, f }: { t: Texts; f: Formats },
): string {
  const { limit: said } = t.person;
  const shown = (count: string) => t.points(count, f.whole(count));
  return [
    ...(each === null ? [] : [said.each(shown(each))]),
    ...(left === null ? [] : [said.left(shown(left))]),
  ].join(" ");
}

/** Whether so many, given or taken, are more than somebody may move. */
export function isBeyond(points: bigint, { each, left }: Pick<LimitView, "each" | "left">): boolean {
  const size = points < 0n ? -points : points;
  return (each !== null && size > BigInt(each)) || (left !== null && size > BigInt(left));
}

/** Why somebody may not move so many: nothing was changed. */
export function beyondText(
  limit: Pick<LimitView, "each" | "left">,
  { t, f }: { t: Texts; f: Formats },
): string {
  return `${t.person.limit.beyond} ${limitText(limit, { t, f })}`.trim();
}
