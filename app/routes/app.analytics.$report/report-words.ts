import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type {
  Column,
  Headline,
  Label,
  Quantity,
  ReportTerms,
  ReportView,
  Section,
  Unit,
} from "../../use-cases/analytics/report.ts";
import { daysOfMonth } from "../../use-cases/analytics/rows-question.ts";
import type { ProgrammeLabels } from "../../use-cases/programme-labels.ts";

/** What is more than so many times what it was is told beside it, not by how much it grew. */
const MOST_TIMES = 10n;

/** "1,204 points", "£12.50", "31 days": with its unit, as a sentence needs it. */
export function quantityText({ unit, currency, value }: Quantity, t: Texts, f: Formats): string {
  switch (unit) {
    case "points":
      return t.points(value, f.whole(value));
    case "members":
    case "orders":
    case "rewards":
    case "days":
      return t.analytics.quantity[unit](value, f.whole(value));
    case "money":
      return cellText(value, { unit, currency }, f);
    case "share":
      return f.share(value);
    case "entries":
      return f.whole(value);
  }
}

/** The number alone, as a column or an axis has it; money in the shop's currency, where no other is named. */
export function cellText(
  value: string | null,
  { unit, currency }: { unit: Unit; currency?: string | undefined },
  f: Formats,
): string {
  if (value === null) return "–";
  if (unit === "money" && currency !== undefined) return f.moneyIn(value, currency);
  if (unit === "money") return f.moneyFinely(value);
  return unit === "share" ? f.share(value) : f.whole(value);
}

/** What names something in the staff member's language, and as the merchant does. */
export interface Wording {
  t: Texts;
  f: Formats;
  names: ProgrammeLabels;
}

export function labelText(label: Label, section: Section["id"], { t, f, names }: Wording): string {
  const words = t.analytics.labels;
  const tier = (id: string | null) => (id === null ? words.noLevel : tierName(id, names));
  switch (label.kind) {
    case "days":
      if (section === "journal" && isWholeMonth(label)) return f.month(label.from);
      return label.from === label.to
        ? f.day(label.from)
        : t.analytics.range.days(f.day(label.from), f.day(label.to));
    case "month":
      return f.month(label.month);
    case "reward":
      return rewardName(label.id, names);
    case "level":
      return words.move(tier(label.from), tier(label.to));
    case "word":
      return words[label.word];
    case "gap":
      if (section === "breakage") return words.months(String(label.from), f.count(label.from));
      if (label.to === null) return words.daysOn(f.count(label.from));
      return label.to === 0 ? words.sameDay : words.daysTo(f.count(label.from), f.count(label.to));
  }
}

function isWholeMonth({ from, to }: Extract<Label, { kind: "days" }>): boolean {
  const month = daysOfMonth(from);
  return month.from === from && month.to === to;
}

export function columnName({ id }: Pick<Column, "id">, t: Texts): string {
  const words = t.analytics;
  return id.startsWith("month-")
    ? words.labels.monthAfter(id.slice("month-".length))
    : words.names[id as keyof typeof words.names];
}

/** What the rows of a section are named by. */
export function rowsNamed({ id, rows }: Section, t: Texts): string {
  const words = t.analytics.labels;
  const kind = rows[0]?.label.kind;
  if (id === "breakage") return words.age;
  if (kind === "month") return words.month;
  if (kind === "reward") return words.reward;
  if (kind === "level") return words.level;
  if (kind === "word") return words.group;
  return kind === "gap" ? words.days : words.time;
}

export function segmentName(
  segment: string,
  { t, f, names, saved }: Wording & { saved: ReportView["saved"] },
): string {
  const words = t.analytics.segment;
  const [dimension = "", value = ""] = segment.split(/:(.*)/s);
  switch (dimension) {
    case "tier":
      return words.tier(tierName(value, names));
    case "language":
      return words.language(f.language(value));
    case "channel":
      return words.channel(value === "web" || value === "pos" ? words.channels[value] : value);
    case "buyer":
      return words.buyer[value as keyof typeof words.buyer];
    case "engaged":
      return words.engaged[value as keyof typeof words.engaged];
    case "saved":
      return words.saved(saved.find((one) => one.segment === segment)?.name ?? value);
    default:
      return words.all;
  }
}

/** The message of a section: a sentence made from its numbers, and how that was before. */
export function headlineText(section: Section, terms: ReportTerms, t: Texts, f: Formats): string {
  const { headline } = section;
  const words = t.analytics.compare;
  const said = [headline.value, ...headline.also].map((one) => (one === null ? "" : quantityText(one, t, f)));
  if (headline.month !== undefined) said.push(f.month(headline.month));
  const title =
    section.id === "gaps" && headline.value?.value === "0"
      ? t.analytics.sections.gaps.sameDay
      : titleOf(section.id, said, t);
  if (headline.value === null || headline.before === null) return words.alone(title);
  return compared(
    title,
    { ...headline, value: headline.value, before: headline.before },
    words[terms.comparison],
    {
      t,
      f,
    },
  );
}

function titleOf(id: Section["id"], [value = "–", ...also]: string[], t: Texts): string {
  const words = t.analytics.sections;
  const [first = "–", second = "–", third = "–"] = also;
  switch (id) {
    case "breakage":
      // The middle of a wide interval says nothing that one could go by.
      return value === ""
        ? words.breakage.range(first, second, third)
        : words.breakage.title(value, first, second, third);
    case "points-flow":
    case "outstanding":
    case "ageing":
    case "rewards":
    case "repeat-rate":
    case "tier-flow":
    case "engaged":
      return words[id].title(value, first);
    default:
      return words[id].title(value);
  }
}

function compared(
  title: string,
  { value, before }: Headline & { value: Quantity; before: Quantity },
  when: string,
  { t, f }: { t: Texts; f: Formats },
): string {
  const words = t.analytics.compare;
  if (value.value === before.value) return words.same(title, when);
  const was = words.was(title, quantityText(before, t, f), when);
  if (value.unit === "share" || value.unit === "days") return was;
  const [now, then] = [BigInt(value.value), BigInt(before.value)];
  // Of nothing, or down to nothing, a change is no part; and "59,900% more" says less than the two numbers.
  if (then <= 0n || now <= 0n || now > MOST_TIMES * then) return was;
  // A change is told in per mille of what was, which no number of points is too large for; a half is rounded up.
  const distance = now > then ? now - then : then - now;
  const change = (distance * 2000n + then) / (then * 2n);
  if (change === 0n) return was;
  const by = f.share(String(Number(change) / 1000));
  return now > then ? words.more(title, by, when) : words.less(title, by, when);
}

function tierName(id: string, { tiers }: ProgrammeLabels): string {
  return tiers.find((tier) => tier.id === id)?.name ?? id;
}

function rewardName(id: string, { rewards }: ProgrammeLabels): string {
  return Object.hasOwn(rewards, id) ? (rewards[id] ?? id) : id;
}
