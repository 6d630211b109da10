import { listMemberTransactions, type StoredTransaction } from "../../db/ledger.ts";
import { findMemberDetails } from "../../db/member-details.ts";
import { findStandingMember } from "../../db/memberships.ts";
import type { ShopRow } from "../../db/shops.ts";
import { isBlocked, isOut } from "../../loyalty/absence.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { TierProgress } from "../../loyalty/summary.ts";
import { memberStandings } from "../member-standings.ts";
import { programmeLabels } from "../programme-labels.ts";
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
  next: { name: string; missing: NonNullable<TierProgress["next"]>["missing"] } | null;
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
  const { tiers } = await programmeLabels(services, shop, locale);
  const progress = (await memberStandings(services, shop, [record.id])).get(record.id)?.progress ?? null;
  const nameOf = (level: string) => tiers.find((tier) => tier.id === level)?.name ?? level;
  return {
    id: record.id,
    available: record.available.toString(),
    pending: record.pending.toString(),
    held: record.held.toString(),
    owed: record.owed.toString(),
    tier: tiers.length === 0 || record.level === null ? null : nameOf(record.level),
    next:
      progress?.next === undefined || progress.next === null
        ? null
        : { name: nameOf(progress.next.id), missing: progress.next.missing },
    blocked: isBlocked(record),
    out: isOut(record),
    latest: await listMemberTransactions(sql, shop.id, { memberId: record.id, limit: LATEST_SHOWN }),
  };
}
