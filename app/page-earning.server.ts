import type { BonusSummary, ProgrammeSummary, Window } from "./loyalty/summary.ts";
import { markup, type Content } from "./markup.server.ts";
import { LEAF, part } from "./page-frame.server.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";

/** How points are got, one sentence each: what holds now and nothing that is over or still to come. */
export function waysToEarn(
  programme: ProgrammeSummary,
  { words, now }: { words: MembershipWords; now: number },
): Content {
  const { t, fill } = words;
  const inForce = <T extends Window>(entries: readonly T[]) => entries.filter((entry) => holds(entry, now));
  const ways = [
    ...inForce(programme.rates).map((rate) =>
      until(rate, words, fill(rate.match === null ? t.earn.rate : t.earn.rateSome, rateOf(rate, words))),
    ),
    ...inForce(programme.multipliers).map((multiplier) =>
      until(multiplier, words, fill(t.earn.multiplier, { times: words.decimal(multiplier.times) })),
    ),
    ...inForce(programme.orderBonuses).map((bonus) => until(bonus, words, orderBonus(bonus, words))),
    ...bonuses(inForce(programme.firstOrderBonuses), t.earn.firstOrder, words),
    ...bonuses(inForce(programme.signupBonuses), t.earn.signup, words),
    ...bonuses(inForce(programme.birthdayBonuses), t.earn.birthday, words),
    ...inForce(programme.activities).map((activity) => until(activity, words, activityOf(activity, words))),
    ...(programme.exclude.giftCards ? [t.earn.giftCards] : []),
    programme.pendingDays === 0
      ? t.earn.atOnce
      : fill(t.earn.pending, { days: words.counted(t.earn.days, programme.pendingDays) }),
  ];
  return part(
    t.page.waysToEarn,
    markup`<ul class="perennial-ways">${ways.map((way) => markup`<li class="perennial-way">${LEAF}<span>${way}</span></li>`)}</ul>`,
    "earning",
  );
}

function holds({ from, to }: Window, now: number): boolean {
  const seconds = now / 1000;
  return (from === null || from <= seconds) && (to === null || seconds < to);
}

function until({ to }: Window, { t, f, fill }: MembershipWords, what: string): string {
  return to === null ? what : fill(t.earn.until, { what, date: f.date(to * 1000 - 1) });
}

function rateOf({ points, per }: ProgrammeSummary["rates"][number], words: MembershipWords) {
  const isWhole = /^\d+$/.test(points);
  return { points: isWhole ? words.points(points) : words.pointsText(points), money: words.f.money(per) };
}

function orderBonus(
  { points, minimum }: BonusSummary,
  { t, f, fill, points: worded }: MembershipWords,
): string {
  return minimum === null
    ? fill(t.earn.order, { points: worded(points) })
    : fill(t.earn.orderFrom, { points: worded(points), money: f.money(minimum) });
}

function bonuses(entries: readonly BonusSummary[], template: string, words: MembershipWords): string[] {
  return entries.map((bonus) =>
    until(bonus, words, words.fill(template, { points: words.points(bonus.points) })),
  );
}

function activityOf(
  { id, activity, points, limit }: ProgrammeSummary["activities"][number],
  words: MembershipWords,
): string {
  const { t, f, fill } = words;
  const name = words.nameOf("activities", id) ?? activity;
  const what = fill(t.earn.activity, { points: words.points(points), activity: name });
  if (limit === null) return what;
  return fill(t.earn.limited, { what, limit: fill(t.earn.times[limit.per], { n: f.count(limit.times) }) });
}
