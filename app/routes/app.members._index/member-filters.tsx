import type { FilterInterface } from "@shopify/polaris";
import { DAYS_OFFERED, FIGURES, STANDINGS, type MemberQuery } from "../../use-cases/members/member-query.ts";
import { ManyField, OneField, type Choice } from "../../components/choice-fields.tsx";
import { daysText, languageName, monthName, type FilterTerms } from "./filter-words.ts";
import { RangeField } from "../../components/range-field.tsx";

type Change = (changes: Partial<MemberQuery>) => void;

/** What the list can be narrowed by; each field changes the address at once. */
export function memberFilters(query: MemberQuery, change: Change, terms: FilterTerms): FilterInterface[] {
  const { filters } = terms.t.memberList;
  const fields: Record<keyof Omit<typeof filters, "ids">, JSX.Element | null> = {
    ...choiceFields(query, change, terms),
    ...dayFields(query, change, terms),
    balance: (
      <RangeField
        kind="whole"
        label={filters.balance}
        value={query.balance}
        onChange={(balance) => change({ balance })}
      />
    ),
    earned: (
      <RangeField
        kind="whole"
        label={filters.earned}
        value={query.earned}
        onChange={(earned) => change({ earned })}
      />
    ),
    since: (
      <RangeField
        kind="day"
        label={filters.since}
        value={query.since}
        onChange={(since) => change({ since })}
      />
    ),
  };
  return ORDER.flatMap((key) => {
    const filter = fields[key];
    return filter === null ? [] : { key, label: filters[key], filter };
  });
}

const ORDER = [
  "tier",
  "balance",
  "earned",
  "ending",
  "active",
  "quiet",
  "since",
  "reward",
  "has",
  "standing",
  "birthday",
  "language",
  "segment",
] as const;

function choiceFields(
  query: MemberQuery,
  change: Change,
  { t, locale, tiers, languages, segments }: FilterTerms,
) {
  const { filters, figures, standings, rewards } = t.memberList;
  const months = Array.from({ length: 12 }, (_, place) => String(place + 1));
  return {
    tier:
      tiers.length === 0 ? null : (
        <ManyField
          label={filters.tier}
          choices={tiers.map(({ id, name }) => ({ label: name, value: id }))}
          values={query.tiers}
          onChange={(values) => change({ tiers: values })}
        />
      ),
    has: (
      <ManyField
        label={filters.has}
        choices={FIGURES.map((figure) => ({ label: figures[figure], value: figure }))}
        values={query.has}
        onChange={(values) => change({ has: FIGURES.filter((figure) => values.includes(figure)) })}
      />
    ),
    standing: (
      <OneField
        label={filters.standing}
        choices={STANDINGS.map((standing) => ({ label: standings[standing], value: standing }))}
        value={query.standing}
        onChange={(value) => change({ standing: STANDINGS.find((standing) => standing === value) ?? null })}
      />
    ),
    birthday: (
      <OneField
        label={filters.birthday}
        choices={months.map((month) => ({ label: monthName(Number(month), locale), value: month }))}
        value={query.birthday?.toString() ?? null}
        onChange={(value) => change({ birthday: value === null ? null : Number(value) })}
      />
    ),
    language:
      languages.length === 0 ? null : (
        <ManyField
          label={filters.language}
          choices={languages.map((language) => ({ label: languageName(language, locale), value: language }))}
          values={query.languages}
          onChange={(values) => change({ languages: values })}
        />
      ),
    segment:
      segments.length === 0 ? null : (
        <OneField
          label={filters.segment}
          choices={segments.map(({ id, name }) => ({ label: name, value: id }))}
          value={query.segment}
          onChange={(segment) => change({ segment })}
        />
      ),
    reward: (
      <ManyField
        label={filters.reward}
        choices={[
          { label: rewards.unused, value: "unused" },
          { label: rewards.never, value: "never" },
        ]}
        values={[...(query.unusedReward ? ["unused"] : []), ...(query.neverRedeemed ? ["never"] : [])]}
        onChange={(values) =>
          change({ unusedReward: values.includes("unused"), neverRedeemed: values.includes("never") })
        }
      />
    ),
  };
}

function dayFields(query: MemberQuery, change: Change, terms: FilterTerms) {
  const field = (key: "active" | "quiet" | "ending") => (
    <OneField
      label={terms.t.memberList.filters[key]}
      choices={daysOffered(query[key], terms)}
      value={query[key]?.toString() ?? null}
      onChange={(value) => change({ [key]: value === null ? null : Number(value) })}
    />
  );
  return { active: field("active"), quiet: field("quiet"), ending: field("ending") };
}

/** An address may ask for other days than the page offers. */
function daysOffered(asked: number | null, terms: FilterTerms): Choice[] {
  const offered = [...new Set([...DAYS_OFFERED, ...(asked === null ? [] : [asked])])].sort((a, b) => a - b);
  return offered.map((days) => ({ label: daysText(days, terms), value: String(days) }));
}
