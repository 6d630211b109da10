import { setTemplate } from "../../db/agencies.ts";
import { listSavedVersions, type SavedVersion } from "../../db/programme-versions.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { ProgrammeDifference } from "../../loyalty/programme-difference.ts";
import type { Instant } from "../../loyalty/time.ts";
import { glanceAtFigures } from "../analytics/glance.ts";
import { glanceAt, type ProgrammeGlance } from "../programme-glance.ts";
import { entryNames, type EntryNames } from "../programme-labels.ts";
import { productNames } from "../programme-products.ts";
import { findProgrammeState, type ProgrammeStateView } from "../programme-state/programme-state.ts";
import type { Services } from "../services.ts";
import { driftBetween, figuresOf, type StoreLine } from "./list-stores.ts";
import { findSeenStore, findTemplate, listSeenStores, versionInForce } from "./seen-stores.ts";

const VERSIONS_SHOWN = 5;

export interface StoreView extends Pick<StoreLine, "figures" | "asOf"> {
  now: Instant;
  domain: string;
  name: string;
  isOwn: boolean;
  currency: string;
  timezone: string;
  state: ProgrammeStateView | null;
  programme: ProgrammeGlance | null;
  version: number | null;
  versions: SavedVersion[];
  /** What is held against; null where this store is the template, or one of the two has no programme. */
  drift: {
    template: string;
    sameCurrency: boolean;
    differences: ProgrammeDifference[];
    /** What rewards, tiers and rules of the two are called. */
    names: EntryNames;
  } | null;
  isTemplate: boolean;
  /** Stores that a programme may be copied from and to, this one among them. */
  others: { domain: string; name: string }[];
}

/** One store that the shop may look at; null for every other. Its programme and its sums, nobody of its members. */
export async function showStore(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  domain: string,
  locale = "en",
): Promise<StoreView | null> {
  const { sql } = services.db;
  const seen = await findSeenStore(sql, shop, domain);
  if (seen === null) return null;
  const now = services.clock();
  const [template, all, version, state, versions, glance] = await Promise.all([
    findTemplate(sql, shop),
    listSeenStores(sql, shop),
    versionInForce(sql, seen.shop, now),
    findProgrammeState(services, seen.shop),
    listSavedVersions(sql, seen.shop.id, VERSIONS_SHOWN),
    glanceAtFigures(services, seen.shop),
  ]);
  const isTemplate = template.shop.id === seen.shop.id;
  const held = isTemplate ? null : await versionInForce(sql, template.shop, now);
  return {
    now,
    ...{ domain: seen.shop.domain, name: seen.shop.name, isOwn: seen.isOwn },
    ...{ currency: seen.shop.currency, timezone: seen.shop.timezone },
    ...{ state, version: version?.number ?? null, versions, isTemplate },
    programme: version === null ? null : glanceAt(version.programme),
    ...figuresOf(glance),
    drift:
      held === null || version === null
        ? null
        : {
            template: template.shop.name,
            sameCurrency: held.programme.currency === version.programme.currency,
            differences: driftBetween(held.programme, version.programme),
            names: {
              ...entryNames([held.programme, version.programme], locale),
              products: await productNames(sql, seen.shop.id, [held.programme, version.programme]),
            },
          },
    others: all.map((store) => ({ domain: store.shop.domain, name: store.shop.name })),
  };
}

/** Has all stores held against this one's programme; false where the shop may not look at it. */
export async function chooseTemplate(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  domain: string,
): Promise<boolean> {
  const seen = await findSeenStore(db.sql, shop, domain);
  if (seen === null) return false;
  await db.inShop(shop.id, (tx) => setTemplate(tx, seen.isOwn ? null : seen.shop.id));
  return true;
}
