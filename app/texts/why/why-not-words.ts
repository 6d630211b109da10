import type { RuleGain, WhyNot, WhyNotReason } from "../../loyalty/why-not.ts";
import { fill, type WhyLanguage } from "./why-language.ts";
import { dayOf, IDS, type WhyNames } from "./why-words.ts";

/** Why an order earned nothing or less, in sentences: "Order #1001 earned no points. It is a test order." */
export function whyNotSentence(found: WhyNot, language: WhyLanguage, names: WhyNames = IDS): string {
  const { t, points } = language;
  const about = { order: fill(t.order, { order: found.name }), points: points(found.posted) };
  if (found.reasons.length === 0) return sentence(fill(t.whyNot.all, about), language);
  const reasons = whyNotReasons(found, language, names).join(" ");
  return fill(found.posted === "0" ? t.whyNot.nothing : t.whyNot.less, { ...about, reasons });
}

/** Each reason as a sentence of its own. */
export function whyNotReasons(
  { reasons }: Pick<WhyNot, "reasons">,
  language: WhyLanguage,
  names: WhyNames = IDS,
): string[] {
  return reasons.map((reason) => sentence(whyNotReason(reason, language, names), language));
}

/** One reason, without the mark that ends a sentence. */
function whyNotReason(reason: WhyNotReason, language: WhyLanguage, names: WhyNames): string {
  const { whyNot } = language.t;
  const { money } = language.f;
  const say = (values: Record<string, string> = {}) =>
    fill(
      whyNot[reason.kind],
      "gain" in reason ? { gain: gainText(reason.gain, language), ...values } : values,
    );
  switch (reason.kind) {
    case "cancelled":
      return say({ date: dayOf(reason.at, language) });
    case "not-paid":
      return reason.status === "partially_paid" ? whyNot["partly-paid"] : say();
    case "before-programme":
      if (reason.startsAt === null) return whyNot["no-programme"];
      return say({ date: dayOf(reason.processedAt, language), start: dayOf(reason.startsAt, language) });
    case "line": {
      const because = whyNot.because[reason.because.kind];
      return say({ title: reason.title, amount: money(reason.amount), because });
    }
    case "refunded":
      return say({ amount: money(reason.amount) });
    case "not-yet":
    case "over":
      return say({ rule: names.rule(reason.rule), date: dayOf(reason.at, language) });
    case "minimum":
      return say({
        rule: names.rule(reason.rule),
        minimum: money(reason.minimum),
        missing: money(reason.missing),
      });
    case "no-line-fits":
    case "not-first":
      return say({ rule: names.rule(reason.rule) });
    case "outdone":
      return say({ rule: names.rule(reason.rule), by: names.rule(reason.by) });
    case "rounded":
      return say({ points: language.decimal(reason.points) });
    default:
      return say();
  }
}

function gainText(gain: RuleGain, { t, f, decimal, points }: WhyLanguage): string {
  if ("bonus" in gain) return points(gain.bonus);
  if ("times" in gain) return fill(t.whyNot.gain.times, { times: decimal(gain.times) });
  const rate = fill(t.points.other, { n: decimal(gain.points) });
  return fill(t.whyNot.gain.rate, { points: rate, money: f.money(gain.per) });
}

function sentence(words: string, { t }: WhyLanguage): string {
  return /[.!?。！？؟]$/.test(words) ? words : `${words}${t.end}`;
}
