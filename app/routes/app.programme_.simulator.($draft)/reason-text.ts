import type { RuleGain, WhyNotReason } from "../../loyalty/why-not.ts";
import { ruleTitle, type TitledEntries } from "../../texts/entry-titles.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";

/** Why an order earns no more, for the merchant. */
export function reasonText(
  reason: WhyNotReason,
  names: Pick<TitledEntries, "rules">,
  { t, f }: { t: Texts; f: Formats },
): string {
  const words = t.simulator.reasons;
  const rule = (id: string) => ruleTitle(id, names);
  const gain = (of: RuleGain) => gainText(of, t, f);
  const date = (at: string) => f.dateTime(Date.parse(at));
  switch (reason.kind) {
    case "cancelled":
      return words.cancelled(date(reason.at));
    case "before-programme":
      return reason.startsAt === null
        ? words["no-programme"]
        : words["before-programme"](date(reason.startsAt));
    case "line":
      return words.line(reason.title, f.money(reason.amount));
    case "refunded":
      return words.refunded(f.money(reason.amount));
    case "not-yet":
    case "over":
      return words[reason.kind](rule(reason.rule), gain(reason.gain), date(reason.at));
    case "minimum":
      return words.minimum(
        rule(reason.rule),
        gain(reason.gain),
        f.money(reason.minimum),
        f.money(reason.missing),
      );
    case "no-line-fits":
    case "not-first":
      return words[reason.kind](rule(reason.rule), gain(reason.gain));
    case "outdone":
      return words.outdone(rule(reason.rule), gain(reason.gain), rule(reason.by));
    case "rounded":
      return words.rounded(reason.points);
    default:
      return words[reason.kind];
  }
}

export function gainText(gain: RuleGain, t: Texts, f: Formats): string {
  const words = t.simulator.gains;
  if ("bonus" in gain) return words.bonus(f.whole(gain.bonus));
  if ("times" in gain) return words.times(gain.times);
  return words.rate(t.points(gain.points, gain.points), f.money(gain.per));
}
