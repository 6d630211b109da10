import type { FigureMemberRow, Share } from "../../db/figures/figure-rows.ts";
import type { ReadFacts } from "../../db/figures/member-facts.ts";
import { buyerOf, contributionOf, daysActive, segmentsOf } from "../../insight/contribution.ts";
import type { Day } from "../../insight/days.ts";

/** What a member comes to. */
export function shareOf(read: ReadFacts): Share {
  return { row: rowOfFacts(read), segments: segmentsOf(read.facts), cells: contributionOf(read.facts) };
}

function rowOfFacts({ memberId, seq, facts }: ReadFacts): FigureMemberRow {
  const { counted, tier, language, channel } = facts;
  const bought = facts.orders.map(({ day }) => day).sort((a, b) => a - b);
  const active = daysActive(facts);
  return {
    member_id: memberId,
    seq: seq.toString(),
    counted,
    tier,
    language,
    channel,
    buyer: buyerOf(facts),
    engaged: facts.rewards.length > 0,
    first_order: bought[0] ?? null,
    second_order: bought[1] ?? null,
    joined: facts.joined,
    deeds: bitsOf(active, facts.joined),
    orders: bitsOf(bought, facts.joined),
  };
}

/** A 1 for each of the days, the first of all standing for `from`. */
function bitsOf(days: readonly Day[], from: Day): string {
  const last = days.at(-1);
  if (last === undefined) return "";
  const bits = new Uint8Array(last - from + 1);
  for (const day of days) bits[day - from] = 1;
  return bits.join("");
}
