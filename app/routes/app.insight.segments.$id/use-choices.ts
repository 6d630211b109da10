import type { Choice } from "../../components/choice-fields.tsx";
import { useLocale } from "../../components/use-locale.ts";
import { useWords } from "../../components/use-words.ts";
import type { BoughtBy, Condition } from "../../use-cases/segments/conditions.ts";
import { GROUPS, MOODS, TOPICS } from "../../use-cases/segments/conditions.ts";
import type { SegmentChoices } from "../../use-cases/segments/show-segment.ts";
import { clusterText } from "../app.insight.segments._index/clusters-card.tsx";
import { languageName, monthName } from "../app.members._index/filter-words.ts";

export type Among =
  | BoughtBy
  | "channel"
  | "mood"
  | "topic"
  | Extract<
      Condition["fact"],
      | "tier"
      | "rewards"
      | "activities"
      | "country"
      | "language"
      | "customer-tag"
      | "birthday"
      | "group"
      | "cluster"
    >;

const MONTHS = Array.from({ length: 12 }, (_, place) => place + 1);

/** What can be named in a condition, as it is called. A name that is not offered any more stays as it is written. */
export function useChoices(choices: SegmentChoices): (among: Among) => Choice[] {
  const { t, f } = useWords();
  const locale = useLocale();
  const words = t.segments.builder;
  const same = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
  const channels: Record<string, string> = { pos: words.till, web: words.online };
  const all: Record<Among, () => Choice[]> = {
    product: () =>
      choices.products.map(({ id, title }) => ({ value: id, label: title ?? words.product(id) })),
    tag: () => same(choices.tags),
    type: () => same(choices.types),
    vendor: () => same(choices.vendors),
    channel: () => choices.channels.map((name) => ({ value: name, label: channels[name] ?? name })),
    tier: () => [
      ...choices.tiers.map(({ id, name }) => ({ value: id, label: name })),
      { value: "", label: words.noTier },
    ],
    rewards: () => Object.entries(choices.rewards).map(([value, label]) => ({ value, label })),
    activities: () => same(choices.activities),
    country: () =>
      byName(choices.countries.map((code) => ({ value: code, label: countryName(code, locale) }))),
    "customer-tag": () => same(choices.customerTags),
    mood: () => MOODS.map((mood) => ({ value: mood, label: t.feedback.labels[mood] })),
    topic: () => TOPICS.map((topic) => ({ value: topic, label: t.feedback.topics[topic] })),
    language: () => choices.languages.map((code) => ({ value: code, label: languageName(code, locale) })),
    birthday: () => MONTHS.map((month) => ({ value: String(month), label: monthName(month, locale) })),
    group: () => GROUPS.map((group) => ({ value: group, label: t.segments.groups.names[group] })),
    cluster: () =>
      choices.clusters.state !== "found"
        ? []
        : choices.clusters.clusters.map((cluster) => ({
            value: String(cluster.number),
            label: `${t.segments.clusters.type(f.count(cluster.number))}: ${clusterText(cluster, t, f)}`,
          })),
  };
  return (among) => all[among]();

  function byName(named: Choice[]): Choice[] {
    return named.sort((a, b) => a.label.localeCompare(b.label, locale));
  }
}

/** A code that no language has a name for stays as it is. */
function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
}
