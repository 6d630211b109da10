import { listMemberTransactions, type StoredTransaction } from "../../db/ledger.ts";
import { findMemberDetails } from "../../db/member-details.ts";
import { findStandingMember } from "../../db/memberships.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { isBlocked, isOut } from "../../loyalty/absence.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Tiers } from "../../loyalty/programme.ts";
import { versionAt } from "../../loyalty/versions.ts";
import { memberStandings } from "../member-standings.ts";
import { labelsOf } from "../programme-labels.ts";
import type { Services } from "../services.ts";

/** A member at a glance, for a customer's page in the store's admin. Points are decimal strings. */
export interface MemberGlance {
  id: MemberId;
  available: string;
  pending: string;
  held: string;
  owed: string;
  /** What the merchant calls it. */
  tier: string | null;
  next: { name: string; missing: string; basis: Tiers["basis"] } | null;
  blocked: boolean;
  out: boolean;
  latest: StoredTransaction[];
}

const LATEST_SHOWN = 4;

/** null for a customer who is no member; merges are followed. */
export async function glanceMember(
  services: Services,
  shop: ShopRow,
  { customerId, locale }: { customerId: string; locale: string },
): Promise<MemberGlance | null> {
  const { sql } = services.db;
  const id = await findStandingMember(sql, shop.id, customerId);
  const found = id === null ? null : await findMemberDetails(sql, shop.id, id);
  if (found === null) return null;
  const { record } = found;
  const now = services.clock();
  const versions = await listVersions(sql, shop.id);
  const basis = versionAt(versions, now)?.programme.tiers?.basis ?? null;
  const { tiers } = labelsOf(versions, { locale, now, rewardTitle: services.rewardTitle });
  const next = (await memberStandings(services, shop, [record.id])).get(record.id)?.progress?.next ?? null;
  const nameOf = (level: string) => tiers.find((tier) => tier.id === level)?.name ?? level;
  return {
    id: record.id,
    available: record.available.toString(),
    pending: record.pending.toString(),
    held: record.held.toString(),
    owed: record.owed.toString(),
    tier: basis === null || record.level === null ? null : nameOf(record.level),
    next: basis === null || next === null ? null : { name: nameOf(next.id), missing: next.missing, basis },
    blocked: isBlocked(record),
    out: isOut(record),
    latest: await listMemberTransactions(sql, shop.id, { memberId: record.id, limit: LATEST_SHOWN }),
  };
}
