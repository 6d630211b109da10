import { Temporal } from "temporal-polyfill";
import type { PerkConfiguration, PerkSummary, ProgrammeSummary, Seconds } from "./summary.ts";
import { SUMMARY_MAX_BYTES } from "./summary.ts";
import type { Instant } from "./time.ts";

/** What the store calls the things that perks name, by their name in the programme. */
export interface NamedThings {
  /** By handle. */
  collections: ReadonlyMap<string, string>;
  /** By whatever the programme wrote for a gift. */
  products: ReadonlyMap<string, string>;
}

/** What one of the store's functions is told. */
export interface FunctionPerks {
  configuration: PerkConfiguration;
  /** What its query asks for by name. */
  variables: {
    customerTags: string[];
    productTags: string[];
    collections: string[];
    /** `configuration.next` by the clocks of the shop: "2027-01-01T09:00:00". */
    next: string;
  };
}

export interface StorePerks {
  /** null where nothing is to be taken off. */
  discount: FunctionPerks | null;
  /** null where everybody may buy everything. */
  validation: FunctionPerks | null;
  /** When they have to be told anew; null for never. */
  changesAt: Instant | null;
  /** Gifts that the store does not have, by the name that the programme gives them. */
  missing: string[];
}

export interface PerkTerms {
  now: Instant;
  /** The store's own zone. */
  timezone: string;
  things: NamedThings;
}

/** Handles of collections and names of products that the store is to be asked for. */
export function thingsNamedBy({ perks }: Pick<ProgrammeSummary, "perks">): {
  collections: string[];
  products: string[];
} {
  return {
    collections: unique(perks.flatMap(({ match }) => match?.collections ?? [])),
    products: unique(perks.flatMap((perk) => (perk.kind === "gift" ? [perk.product] : []))),
  };
}

/** Tells apart what is taken off from who may buy, and leaves out what is over. */
export function storePerks(summary: ProgrammeSummary, { now, timezone, things }: PerkTerms): StorePerks {
  const at = Math.floor(now / 1000);
  const perks = summary.perks.filter((perk) => endOf(perk) === null || at < Number(endOf(perk)));
  const missing = perks.flatMap((perk) =>
    perk.kind === "gift" && !things.products.has(perk.product) ? [perk.product] : [],
  );
  const told = perks.flatMap((perk) => withIds(perk, things) ?? []);
  const perksOf = (isOf: (perk: PerkSummary) => boolean) =>
    functionPerks(told.filter(isOf), summary, { at, timezone });
  const discount = perksOf(({ kind }) => kind === "member-price" || kind === "gift");
  const validation = perksOf(({ kind }) => kind === "exclusive" || kind === "early-access");
  const changes = [discount, validation].flatMap((of) => of?.configuration.next ?? []);
  return {
    discount,
    validation,
    changesAt: changes.length === 0 ? null : Math.min(...changes) * 1000,
    missing: unique(missing),
  };
}

function endOf(perk: PerkSummary): Seconds | null {
  return perk.kind === "early-access" ? perk.publicAt : perk.to;
}

/** null for a gift that the store does not have. A collection that it does not have holds nothing. */
function withIds(perk: PerkSummary, { collections, products }: NamedThings): PerkSummary | null {
  if (perk.kind === "gift") {
    const product = products.get(perk.product);
    return product === undefined ? null : { ...perk, product };
  }
  if (perk.match?.collections === undefined) return perk;
  const ids = perk.match.collections.flatMap((handle) => collections.get(handle) ?? []);
  return { ...perk, match: { ...perk.match, collections: ids } };
}

function functionPerks(
  perks: PerkSummary[],
  summary: ProgrammeSummary,
  { at, timezone }: { at: Seconds; timezone: string },
): FunctionPerks | null {
  if (perks.length === 0) return null;
  const moments = perks.flatMap((perk) => [perk.from, endOf(perk)]).filter((moment) => moment !== null);
  const coming = moments.filter((moment) => moment > at);
  const next = coming.length === 0 ? null : Math.min(...coming);
  const matches = perks.map(({ match }) => match ?? {});
  return {
    configuration: fitted({ v: 1, at, next, perks, tiers: tierNames(perks, summary) }),
    variables: {
      customerTags: unique(perks.flatMap(({ customerTags }) => customerTags)),
      productTags: unique(matches.flatMap(({ productTags }) => productTags ?? [])),
      collections: unique(matches.flatMap(({ collections }) => collections ?? [])),
      next: next === null ? NEVER : localText(next, timezone),
    },
  };
}

/** The store wants an instant to compare with. */
const NEVER = "9999-12-31T00:00:00";

function localText(instant: Seconds, timezone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(timezone);
  return local.toPlainDateTime().toString({ smallestUnit: "second" });
}

function tierNames(
  perks: readonly PerkSummary[],
  { tiers, texts }: ProgrammeSummary,
): PerkConfiguration["tiers"] {
  const named = new Set(perks.flatMap((perk) => perk.tiers));
  return Object.fromEntries(
    tiers
      .filter(({ id }) => named.has(id))
      .map(({ id, name }) => {
        const byLocale = Object.entries(texts).flatMap(([locale, { tiers: names }]) =>
          names?.[id] === undefined ? [] : [[locale, names[id]] as const],
        );
        return [id, { "": name, ...Object.fromEntries(byLocale) }];
      }),
  );
}

/** Where all names of all languages are too much, those of the document's own language are left. */
function fitted(configuration: PerkConfiguration): PerkConfiguration {
  const bytes = new TextEncoder().encode(JSON.stringify(configuration)).length;
  if (bytes < SUMMARY_MAX_BYTES) return configuration;
  const tiers = Object.entries(configuration.tiers).map(([id, names]) => [id, { "": names[""] ?? id }]);
  return { ...configuration, tiers: Object.fromEntries(tiers) as PerkConfiguration["tiers"] };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
