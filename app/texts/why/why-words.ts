import type { EarningWords } from "../../loyalty/explain-earning.ts";
import type { Words } from "../../loyalty/explain.ts";
import { parseInstantOrNull } from "../../loyalty/time.ts";
import { fill, type WhyLanguage } from "./why-language.ts";
import type { WhyTexts } from "./why-texts.ts";

/** What people call that which the ledger knows by its id. */
export interface WhyNames {
  reward(id: string): string;
  activity(id: string): string;
  /** Of a rule that gave a bonus or multiplied. */
  rule(id: string): string;
  /** Of a level that multiplied. */
  tier(id: string): string;
}

/** As the programme's document writes them: for staff, and for whoever checks a receipt against it. */
export const IDS: WhyNames = { reward: (id) => id, activity: (id) => id, rule: (id) => id, tier: (id) => id };

/** The words of `why` (`loyalty/explain.ts`) in a shopper's language. */
export function whyWords(language: WhyLanguage, names: WhyNames = IDS): Words {
  const { t, f, points, days } = language;
  const { entry } = t;
  const say = (key: keyof WhyTexts["entry"], values: Record<string, string> = {}) =>
    fill(entry[key], {
      ...values,
      ...(values.points === undefined ? {} : { points: points(values.points) }),
    });
  return {
    earning: earningWords(language, names),
    order: (order) => fill(t.order, { order }),
    about: (subject, reason) => fill(t.about, { subject, reason }),
    changed: (reason, difference) => fill(entry.changed, { reason, difference: f.signed(difference) }),
    bonuses: (given) =>
      f.list(
        given.map(({ points: each, rule }) =>
          fill(entry.bonus, { points: points(each), rule: names.rule(rule) }),
        ),
      ),
    join: (parts) => parts.join(t.join),
    reasons: entry,
    becameFirst: entry.becameFirst,
    postedBefore: (posted, difference) =>
      fill(entry.postedBefore, { posted: points(posted), difference: f.signed(difference) }),
    vested: (count, after) =>
      after === "0"
        ? say("vestedAtOnce", { points: count })
        : say("vested", { points: count, days: days(after) }),
    activity: (activity, bonuses) => say("activity", { activity: names.activity(activity), bonuses }),
    signup: (bonuses) => say("signup", { bonuses }),
    birthday: (bonuses) => say("birthday", { bonuses }),
    movedIn: (count, source) => say("movedIn", { points: count, source }),
    adjusted: (difference, reason) =>
      say(reason === "" ? "adjusted" : "adjustedBecause", { difference: f.signed(difference), reason }),
    reinstated: (count, date, reason) =>
      say("reinstated", { points: count, date: lastDay(date, language), reason }),
    expired: (count, date) => say("expired", { points: count, date: lastDay(date, language) }),
    held: (count, reward, until) =>
      until === null
        ? say("held", { points: count, reward: names.reward(reward) })
        : say("heldUntil", { points: count, reward: names.reward(reward), date: dayOf(until, language) }),
    released: (count, reward, because) =>
      say(RELEASED[because], { points: count, reward: names.reward(reward) }),
    taken: (count, reward, order, late) =>
      say(late ? "takenLate" : "taken", { points: count, reward: names.reward(reward), order }),
    granted: (count, reward) => say("granted", { points: count, reward: names.reward(reward) }),
    cameBack: (count, reward, order) =>
      say("cameBack", { points: count, reward: names.reward(reward), order }),
    mergedOut: entry.mergedOut,
    mergedIn: entry.mergedIn,
    paidBack: (count) => say("paidBack", { points: count }),
    becameOwed: (count) => say("becameOwed", { points: count }),
    wereDropped: (count) => say("dropped", { points: count }),
    madeUp: (count) => say("madeUp", { points: count }),
    hadExpired: (count) => say("hadExpired", { points: count }),
  };
}

const RELEASED = {
  cancelled: "releasedCancelled",
  "code-ended": "releasedUnused",
  "not-made": "releasedNotMade",
} as const;

function earningWords({ t, f, decimal, points }: WhyLanguage, names: WhyNames): EarningWords {
  const { earning } = t;
  return {
    money: (amount) => f.money(amount),
    number: decimal,
    factor: (times, from, of) => fill(earning.factor, { times, from: names[of](from) }),
    product: (factors, earned) => fill(earning.equals, { product: factors.join(earning.times), earned }),
    bonus: (bonus, rule) => fill(earning.bonus, { points: bonus, rule: names.rule(rule) }),
    join: (parts) => parts.join(t.join),
    points: (count) => (/^\d+$/.test(count) ? points(count) : fill(t.points.other, { n: decimal(count) })),
    per: (rate, money) => fill(earning.per, { rate, money }),
    roundedDown: (sum, rounded) => fill(earning.roundedDown, { sum, points: rounded }),
    together: (sum) => fill(earning.together, { points: sum }),
    inAll: (sum) => fill(earning.inAll, { points: sum }),
    nothing: earning.nothing,
  };
}

function lastDay(goneAt: string, { f }: WhyLanguage): string {
  const at = parseInstantOrNull(goneAt);
  return at === null ? goneAt : f.lastDay(at);
}

export function dayOf(text: string, { f }: WhyLanguage): string {
  const at = parseInstantOrNull(text);
  return at === null ? text : f.date(at);
}
