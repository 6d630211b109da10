import { listDataRequests, type ListedDataRequest } from "../../db/data-requests.ts";
import { findNamings, type Naming } from "../../db/persons.ts";
import {
  countConsents,
  countErasures,
  listConsents,
  type ConsentRow,
  type ConsentsOfPurpose,
  type ErasuresOfDay,
} from "../../db/privacy-figures.ts";
import type { ShopRow } from "../../db/shops.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { staffNames } from "../staff/staff-names.ts";
import { findSettings, type Keep } from "./shop-settings.ts";

const REQUESTS_SHOWN = 50;
const ERASURE_DAYS_SHOWN = 30;
const CONSENTS_SHOWN = 25;

export interface PrivacyView {
  now: Instant;
  /** The newest first, each with when its file goes; null for never. */
  requests: (ListedDataRequest & { goesAt: Instant | null })[];
  erasures: { people: number; days: ErasuresOfDay[] };
  consents: { purposes: ConsentsOfPurpose[]; latest: ConsentRow[] };
  keep: Keep;
  revision: number;
  /** Members whom these rows are about, as far as they have names. */
  members: Record<string, Naming>;
  names: Record<string, string>;
}

/** What is kept about people, for how long, and who said what to it. */
export async function showPrivacy(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<PrivacyView> {
  const { sql } = db;
  const { settings, revision, saved } = await findSettings(sql, shop.id);
  const { keep } = settings;
  const requests = await listDataRequests(sql, shop.id, REQUESTS_SHOWN);
  const latest = await listConsents(sql, shop.id, CONSENTS_SHOWN);
  const ids = [...requests, ...latest].map(({ memberId }) => memberId);
  return {
    now: clock(),
    requests: requests.map((request) => ({
      ...request,
      goesAt: keep.requests === null ? null : request.requestedAt + keep.requests * DAY,
    })),
    erasures: await countErasures(sql, shop.id, { timezone: shop.timezone, limit: ERASURE_DAYS_SHOWN }),
    consents: { purposes: await countConsents(sql, shop.id), latest },
    keep,
    revision,
    members: Object.fromEntries(await findNamings(sql, shop.id, ids)),
    names: await staffNames({ db }, shop, saved === null ? [] : [saved.savedBy]),
  };
}
