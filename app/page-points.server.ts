import type { LoyaltySummary, ProgrammeSummary } from "./loyalty/summary.ts";
import { markup, type Content, type Markup } from "./markup.server.ts";
import { LEAF, part } from "./page-frame.server.ts";
import type { MembershipWords } from "./texts/membership/membership-words.ts";

/** The figure, and all that belongs to it. */
export function figure(member: LoyaltySummary | null, words: MembershipWords): Markup {
  const { t, f } = words;
  const balance = words.points(member?.balance ?? 0);
  const number = f.whole(String(member?.balance ?? 0));
  // The number large, what it counts small, in whichever order the language has them.
  const [before = "", after = ""] = balance.split(number);
  const facts = member === null ? [] : factsOf(member, words);
  return markup`<section class="perennial-hero">
<p class="perennial-figure">${before}<strong class="perennial-figure-number">${number}</strong><span>${after.trim()} ${t.page.toSpend}</span>
</p>${
    facts.length === 0
      ? null
      : markup`<ul class="perennial-notes">${facts.map((fact) => markup`<li>${fact}</li>`)}</ul>`
  }</section>`;
}

function factsOf(member: LoyaltySummary, { t, f, fill, points }: MembershipWords): Content[] {
  const { page } = t;
  const dated = (template: string, { points: count, at }: { points: number | string; at: string }) =>
    fill(template, { points: points(count), date: f.date(Date.parse(at)) });
  const some = (template: string, count: number | string) =>
    count === 0 ? [] : [fill(template, { points: points(count) })];
  const [first] = member.pending.next;
  const next = first === undefined ? [] : [dated(page.pendingNext, first)];
  return [
    ...(next.length === 1 && member.pending.next.length === 1
      ? []
      : some(page.pending, member.pending.points)),
    ...next,
    ...some(page.held, member.held),
    ...some(page.owed, member.owed),
    ...member.expiring.map((ending) => dated(page.expiring, ending)),
  ];
}

/** The levels as steps on one line, the member's marked, and what is missing for the next. */
export function ladder(
  programme: ProgrammeSummary,
  member: LoyaltySummary | null,
  words: MembershipWords,
): Content {
  if (programme.tiers.length === 0) return null;
  const held = programme.tiers.findIndex(({ id }) => id === member?.tier?.id);
  const steps = programme.tiers.map((tier, place) => {
    const isHere = place === held;
    const here = isHere ? markup` <span class="perennial-here">${words.t.page.yourLevel}</span>` : null;
    const current = isHere ? markup` aria-current="step"` : null;
    return markup`<li class="perennial-step${place <= held ? " is-reached" : ""}"${current}>
<p class="perennial-name">${nameOf(tier, words)}${here}</p>
<p class="perennial-small perennial-soft">${whatOf(tier, { programme, words })}</p>${isHere ? bar(programme, member, words) : null}</li>`;
  });
  const told = member === null ? [] : nextSteps(programme, member, words);
  return part(
    words.t.page.levels,
    markup`<ol class="perennial-ladder">${steps}</ol>${told.map((sentence) => markup`<p class="perennial-note">${LEAF}<span>${sentence}</span></p>`)}`,
  );
}

type Tier = ProgrammeSummary["tiers"][number];

function nameOf({ id, name }: Pick<Tier, "id" | "name">, words: MembershipWords): string {
  return words.nameOf("tiers", id) ?? name.charAt(0).toUpperCase() + name.slice(1);
}

function whatOf(
  tier: Tier,
  { programme, words }: { programme: ProgrammeSummary; words: MembershipWords },
): string {
  const { t, fill } = words;
  const from =
    Number(tier.at) === 0
      ? t.page.levelFirst
      : fill(t.page.levelFrom, { amount: amountOf(programme, tier.at, words) });
  return tier.times === "1"
    ? from
    : `${from} · ${fill(t.page.levelTimes, { times: words.decimal(tier.times) })}`;
}

/** An amount in the unit that levels are reached by. */
function amountOf({ basis }: ProgrammeSummary, amount: string, words: MembershipWords): string {
  if (basis === "points") return words.points(amount.split(".")[0] ?? "0");
  return basis === "orders" ? words.counted(words.t.page.orders, Number(amount)) : words.f.money(amount);
}

function bar(programme: ProgrammeSummary, member: LoyaltySummary | null, words: MembershipWords): Content {
  const progress = member?.progress ?? null;
  if (progress === null || progress.next === null) return null;
  const next = programme.tiers.find(({ id }) => id === progress.next?.id);
  if (next === undefined) return null;
  const percent = words.percent(progress.percent);
  const label = words.fill(words.t.page.progress, { percent, level: nameOf(next, words) });
  return markup`<progress class="perennial-bar" max="100" value="${progress.percent}" aria-label="${label}">${percent}</progress>`;
}

/** What to do for the next level, and by when to keep the one held. */
function nextSteps(programme: ProgrammeSummary, member: LoyaltySummary, words: MembershipWords): string[] {
  const { progress, tier } = member;
  const { basis } = programme;
  if (progress === null || basis === null) return [];
  const { page } = words.t;
  const levelOf = (id: string) =>
    nameOf(programme.tiers.find((each) => each.id === id) ?? { id, name: id }, words);
  const missingOf = (amount: string) =>
    basis === "orders" ? words.f.whole(amount) : amountOf(programme, amount, words);
  const { next, keep } = progress;
  const upwards =
    next === null
      ? page.topLevel
      : words.fill(page[NEXT[basis]], { missing: missingOf(next.missing), level: levelOf(next.id) });
  if (keep === null || tier === null) return [upwards];
  const date = words.f.date(Date.parse(keep.until));
  const level = levelOf(tier.id);
  const kept =
    keep.missing === null
      ? words.fill(page.keepUntil, { level, date })
      : words.fill(page[KEEP[basis]], { missing: missingOf(keep.missing), date, level });
  return [upwards, kept];
}

const NEXT = { spend: "nextSpend", points: "nextPoints", orders: "nextOrders" } as const;
const KEEP = { spend: "keepSpend", points: "keepPoints", orders: "keepOrders" } as const;
