import type { Perk } from "../loyalty/perk.ts";
import type { RewardKind } from "../loyalty/programme.ts";
import type { ExplainedNames } from "./explained-names.ts";
import type { Formats } from "./formats.ts";
import type { Texts } from "./texts.ts";

/** Rewards, tiers, rules and perks by their ids. */
export interface TitledEntries {
  rewards: Readonly<Record<string, { name: string | null; kind: RewardKind; value: string | null }>>;
  tiers: Readonly<Record<string, string>>;
  rules: Readonly<Record<string, string>>;
  perks: Readonly<Record<string, { kind: Perk["kind"]; about: string | null }>>;
  /** As the store calls them, by how a programme names them. */
  products?: Readonly<Record<string, string>>;
}

export const UNNAMED: TitledEntries = { rewards: {}, tiers: {}, rules: {}, perks: {} };

/** What staff read of a reward: the merchant's own name, else what it is, as in "Money off: £5.00" or "Donation: Trees". */
export function rewardTitle(
  id: string,
  { rewards }: Pick<TitledEntries, "rewards">,
  { t, f }: { t: Texts; f: Formats },
): string {
  const reward = Object.hasOwn(rewards, id) ? rewards[id] : undefined;
  if (reward === undefined) return id;
  return reward.name ?? unnamedRewardTitle(reward, { t, f });
}

/** What a reward is, for which the merchant has no name. */
export function unnamedRewardTitle(
  { kind, value }: { kind: RewardKind; value: string | null },
  { t, f }: { t: Texts; f: Formats },
): string {
  const what = t.document.rewards[kind].name;
  if (value === null) return what;
  const told =
    kind === "donation" ? value : kind === "percent" ? t.document.units.percent(value) : f.money(value);
  return what + t.document.colon + told;
}

/** Merchants give perks no names: what it is, as in "Member price: 10%". */
export function perkTitle(
  id: string,
  { perks, products }: Pick<TitledEntries, "perks" | "products">,
  { t }: { t: Texts },
): string {
  const perk = Object.hasOwn(perks, id) ? perks[id] : undefined;
  if (perk === undefined) return id;
  const { kind, about } = perk;
  const what = t.document.perks[kind].name;
  if (about === null) return what;
  return (
    what +
    t.document.colon +
    (kind === "member-price" ? t.document.units.percent(about) : productTitle(about, products))
  );
}

/** A programme names a product by its id or its address, the store by a title. */
export function productTitle(name: string, products: TitledEntries["products"] = {}): string {
  return Object.hasOwn(products, name) ? (products[name] ?? name) : name;
}

export function tierTitle(id: string, { tiers }: Pick<TitledEntries, "tiers">): string {
  return Object.hasOwn(tiers, id) ? (tiers[id] ?? id) : id;
}

export function ruleTitle(id: string, { rules }: Pick<TitledEntries, "rules">): string {
  return Object.hasOwn(rules, id) ? (rules[id] ?? id) : id;
}

/** The same for sentences of the ledger and of the check. */
export function explainedNames(names: TitledEntries, words: { t: Texts; f: Formats }): ExplainedNames {
  return {
    rewards: Object.fromEntries(Object.keys(names.rewards).map((id) => [id, rewardTitle(id, names, words)])),
    rules: names.rules,
    tiers: Object.entries(names.tiers).map(([id, name]) => ({ id, name })),
  };
}
