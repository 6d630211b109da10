import { findOpenCode } from "../../db/agency-codes.ts";
import { findAgency, listAgenciesOf, type LookedAfterBy } from "../../db/agencies.ts";
import type { ShopRow } from "../../db/shops.ts";
import {
  differencesBetween,
  languageOfName,
  type ProgrammeDifference,
} from "../../loyalty/programme-difference.ts";
import type { Programme, ProgrammeState } from "../../loyalty/programme.ts";
import type { Instant } from "../../loyalty/time.ts";
import { glanceAtFigures, type Glance } from "../analytics/glance.ts";
import type { Services } from "../services.ts";
import { findTemplate, listSeenStores, versionInForce, type SeenStore } from "./seen-stores.ts";

/** A store in the list; points are decimal strings. */
export interface StoreLine {
  domain: string;
  name: string;
  isOwn: boolean;
  isTemplate: boolean;
  currency: string;
  /** null before the first version is in force. */
  programme: { name: string; version: number; state: ProgrammeState } | null;
  /** How much its programme says otherwise than the template; null where there is nothing to compare. */
  drift: number | null;
  /** The last 30 days. */
  figures: { active: string; earned: string; redeemed: string; out: string };
  /** What the figures are true of; null while they are worked out for the first time. */
  asOf: Instant | null;
}

export interface StoresView {
  now: Instant;
  own: { domain: string };
  /** The name by which the shop looks after others; null where it does not. */
  agency: { name: string } | null;
  stores: StoreLine[];
  /** Who looks after this store. */
  lookedAfterBy: LookedAfterBy[];
  /** Until when the code that is out can be used; null where none is. */
  openCodeEndsAt: Instant | null;
}

export async function listStores(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<StoresView> {
  const { db, clock } = services;
  const { sql } = db;
  const now = clock();
  const [agency, lookedAfterBy, openCodeEndsAt, template, seen] = await Promise.all([
    findAgency(sql, shop.id),
    listAgenciesOf(sql, shop.id),
    findOpenCode(sql, shop.id, now),
    findTemplate(sql, shop),
    listSeenStores(sql, shop),
  ]);
  const held = (await versionInForce(sql, template.shop, now))?.programme ?? null;
  const shown = agency === null ? [] : seen;
  return {
    now,
    own: { domain: shop.domain },
    agency: agency === null ? null : { name: agency.name },
    stores: await Promise.all(shown.map((store) => lineOf(services, store, { template, held }))),
    lookedAfterBy,
    openCodeEndsAt,
  };
}

async function lineOf(
  services: Pick<Services, "db" | "clock">,
  { shop, isOwn }: SeenStore,
  { template, held }: { template: SeenStore; held: Programme | null },
): Promise<StoreLine> {
  const now = services.clock();
  const [version, glance] = await Promise.all([
    versionInForce(services.db.sql, shop, now),
    glanceAtFigures(services, shop),
  ]);
  const isTemplate = template.shop.id === shop.id;
  const programme = version?.programme ?? null;
  return {
    ...{ domain: shop.domain, name: shop.name, isOwn, isTemplate, currency: shop.currency },
    programme:
      version === null || programme === null
        ? null
        : { name: programme.name, version: version.number, state: programme.state },
    drift:
      isTemplate || held === null || programme === null ? null : linesShown(driftBetween(held, programme)),
    ...figuresOf(glance),
  };
}

export function figuresOf({ active, earned, redeemed, liability, asOf }: Glance) {
  return {
    figures: {
      active: active.value,
      earned: earned.value,
      redeemed: redeemed.value,
      out: liability.value,
    },
    asOf,
  };
}

/** As the store's page tells them: each in a line, but names in one for each language. */
function linesShown(differences: readonly ProgrammeDifference[]): number {
  const named = differences.flatMap((one) => languageOfName(one) ?? []);
  return differences.length - named.length + new Set(named).size;
}

/** What belongs to a store itself, and is meant to differ. */
const ITS_OWN = new Set(["programme", "currency", "timezone"]);

/** What a store's programme says otherwise than the template, but for what every store has of its own. */
export function driftBetween(template: Programme, programme: Programme): ProgrammeDifference[] {
  return differencesBetween(template, programme).filter(({ path }) => !ITS_OWN.has(path));
}
