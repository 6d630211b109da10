import type { Reason, Term } from "../../../../app/loyalty/summary.ts";
import { isNone } from "../../../perennial-shared/formats.ts";
import { ruleName, tierName } from "../../../perennial-shared/own-names.ts";
import type { Words } from "../surface.ts";

/** The arithmetic of an order, to be followed with a pencil: "£120.00 × 1 point × 1.25 (Silver) + 50 (big basket) = 200". */
export function reasonText(words: Words, reason: Reason): string {
  const { t, number, programme, language } = words;
  const before = isNone(reason.before) ? "" : `; ${t("reason.before", { points: number(reason.before) })}`;
  if (reason.terms.length === 0 && reason.bonuses.length === 0) return `${t("reason.nothing")}${before}`;
  const parts = [
    ...reason.terms.map((term) => termText(words, term)),
    ...(reason.moreTerms > 0 ? [t("reason.more", { count: reason.moreTerms })] : []),
    ...reason.bonuses.map(({ rule, points }) => `${number(points)} (${ruleName(programme, language, rule)})`),
  ];
  const sum = `${parts.join(" + ")} = ${number(reason.sum)}`;
  const rounded = reason.rounded ? ` ${t("reason.rounded")}` : "";
  return `${sum}${rounded}${before}`;
}

function termText(words: Words, { value, per, points, times, tier }: Term): string {
  const { money, decimal, t } = words;
  const spent = Number(per) === 1 ? money(value) : `${money(value)} / ${money(per)}`;
  const rate = /^\d+$/.test(points)
    ? words.points(points)
    : t("points", { count: Number(points), points: decimal(points) });
  return (
    [spent, rate, ...times.map(decimal)].join(" × ") + (tier === null ? "" : ` (${levelName(words, tier)})`)
  );
}

/** The arithmetic names the level as the programme did; it is shown as in the buyer's language. */
function levelName({ programme, language }: Words, name: string): string {
  const tier = programme?.tiers.find((each) => each.name === name);
  return tier ? tierName(programme, language, tier) : name;
}
