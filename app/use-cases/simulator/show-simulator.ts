import { findOrdersNamed, listNewestOrders } from "../../db/orders-found.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { localTime } from "../../loyalty/local-time.ts";
import { checkProgramme } from "../../loyalty/programme.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";
import { openDraft } from "../drafts/open-draft.ts";
import { entryNames } from "../programme-labels.ts";
import type { Services } from "../services.ts";

const ORDERS_SHOWN = 10;
const RECENT = 60 * DAY;

export interface SimulatorView {
  now: Instant;
  /** What a clock of the shop shows now. */
  local: string;
  currency: string;
  timezone: string;
  /** The version in force; null for none. */
  version: number | null;
  draft: { id: string; name: string; isSound: boolean } | null;
  /** Of the programme in force and of the draft, each once, as the draft names them. */
  tiers: { id: string; name: string }[];
  /** What was searched for, and what was found; the newest orders where nothing was. */
  query: string;
  orders: { id: string; name: string; processedAt: Instant; points: string }[];
}

/** What there is to try with. null where a draft is named that is not there. */
export async function showSimulator(
  services: Services,
  shop: ShopRow,
  { draftId, query, locale }: { draftId: string | null; query: string; locale: string },
): Promise<SimulatorView | null> {
  const { db, clock } = services;
  const now = clock();
  const versions = await listVersions(db.sql, shop.id);
  const draft = draftId === null ? null : await openDraft(services, shop, draftId);
  if (draftId !== null && draft === null) return null;
  const check = draft === null ? null : checkProgramme(draft.document);
  const inForce = versionAt(versions, now);
  const orders =
    query === ""
      ? await listNewestOrders(db.sql, shop.id, { since: now - RECENT, limit: ORDERS_SHOWN })
      : await findOrdersNamed(db.sql, shop.id, { name: query, limit: ORDERS_SHOWN });
  const programmes = [
    ...(inForce === null ? [] : [inForce.programme]),
    ...(check?.ok === true ? [check.programme] : []),
  ];
  const { tiers } = entryNames(programmes, locale);
  return {
    ...{ now, local: localTime(shop.timezone, now), currency: shop.currency, timezone: shop.timezone, query },
    version: inForce?.number ?? null,
    draft: draft === null ? null : { id: draft.id, name: draft.name, isSound: check?.ok === true },
    tiers: Object.entries(tiers).map(([id, name]) => ({ id, name })),
    orders: orders.map(({ id, name, processedAt, posted }) => ({
      id,
      name,
      processedAt,
      points: posted.toString(),
    })),
  };
}
