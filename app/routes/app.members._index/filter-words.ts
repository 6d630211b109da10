import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { MemberQuery } from "../../use-cases/members/member-query.ts";

/** What a filter is told of with. */
export interface FilterTerms {
  t: Texts;
  f: Formats;
  /** Of the page. */
  locale: string;
  tiers: { id: string; name: string }[];
  languages: string[];
  segments: { id: string; name: string }[];
}

export function daysText(days: number, { t, f }: Pick<FilterTerms, "t" | "f">): string {
  return t.memberList.days(String(days), f.count(days));
}

export function monthName(month: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2024, month - 1, 15),
  );
}

export function languageName(language: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language;
}

interface AppliedFilter {
  key: string;
  label: string;
  onRemove: () => void;
}

/** Each filter that stands, in words, and how it is taken away. */
export function appliedFilters(
  query: MemberQuery,
  change: (changes: Partial<MemberQuery>) => void,
  terms: FilterTerms,
): AppliedFilter[] {
  const { t, f, locale, tiers } = terms;
  const words = t.memberList.applied;
  const { figures, standings, rewards } = t.memberList;
  const told = (key: string, label: string | null, without: Partial<MemberQuery>): AppliedFilter[] =>
    label === null ? [] : [{ key, label, onRemove: () => change(without) }];
  const whole = (range: Range | null) => rangeText(range, { t, read: (text) => f.whole(text), days: false });
  const days = (range: Range | null) => rangeText(range, { t, read: (text) => text, days: true });
  const wished = [
    ...(query.unusedReward ? [rewards.unused] : []),
    ...(query.neverRedeemed ? [rewards.never] : []),
  ];
  const or = (key: string, names: string[], say: (names: string) => string, without: Partial<MemberQuery>) =>
    told(key, names.length === 0 ? null : say(f.either(names)), without);
  const within = (key: "active" | "quiet" | "ending") => {
    const asked = query[key];
    return told(key, asked === null ? null : words[key](daysText(asked, terms)), { [key]: null });
  };
  const named = query.tiers.map((id) => tiers.find((tier) => tier.id === id)?.name ?? id);
  const spoken = query.languages.map((language) => languageName(language, locale));
  const chosen =
    query.ids.length === 0 ? null : words.ids(String(query.ids.length), f.count(query.ids.length));
  return [
    ...told("ids", chosen, { ids: [] }),
    ...or("tier", named, words.tier, { tiers: [] }),
    ...told("balance", mapped(whole(query.balance), words.balance), { balance: null }),
    ...told("earned", mapped(whole(query.earned), words.earned), { earned: null }),
    ...within("ending"),
    ...within("active"),
    ...within("quiet"),
    ...told("since", mapped(days(query.since), words.since), { since: null }),
    ...or("reward", wished, words.reward, { unusedReward: false, neverRedeemed: false }),
    ...told(
      "has",
      query.has.length === 0 ? null : words.has(f.list(query.has.map((figure) => figures[figure]))),
      {
        has: [],
      },
    ),
    ...told("standing", query.standing === null ? null : words.standing(standings[query.standing]), {
      standing: null,
    }),
    ...told("birthday", query.birthday === null ? null : words.birthday(monthName(query.birthday, locale)), {
      birthday: null,
    }),
    ...told("segment", query.segment === null ? null : words.segment(segmentNameOf(query.segment, terms)), {
      segment: null,
    }),
    ...or("language", spoken, words.language, { languages: [] }),
  ];
}

/** One that was deleted since has no name any more. */
function segmentNameOf(id: string, { segments, t }: FilterTerms): string {
  return segments.find((segment) => segment.id === id)?.name ?? t.memberList.segmentGone;
}

interface Range {
  from: string | null;
  to: string | null;
}

function mapped(text: string | null, say: (text: string) => string): string | null {
  return text === null ? null : say(text);
}

function rangeText(
  range: Range | null,
  { t, read, days }: { t: Texts; read: (text: string) => string; days: boolean },
): string | null {
  if (range === null) return null;
  const words = t.memberList;
  const { from, to } = range;
  if (from !== null && to !== null) return words.rangeBoth(read(from), read(to));
  if (from !== null) return days ? words.dayFrom(from) : words.rangeFrom(read(from));
  return to === null ? null : days ? words.dayTo(to) : words.rangeTo(read(to));
}
