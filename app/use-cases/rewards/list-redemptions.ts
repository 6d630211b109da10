import { listMemberRedemptions, type RedemptionGlance } from "../../db/member-redemptions.ts";
import { listOrderedCodes } from "../../db/ordered-codes.ts";
import { listVersions } from "../../db/programmes.ts";
import { listIssuedCodes } from "../../db/reward-issues.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";
import {
  issuedView,
  redemptionView,
  type RedemptionView,
  type SeenBy,
  type Surroundings,
} from "./redemption-view.ts";
import { termsOf } from "./redemption-facts.ts";

const MOST = 50;

/**
 * What the member was given and redeemed, the newest first, of what they redeemed at most 50. A gift's code is taken from
 * the account of the store alone that it was made for: of those only what `account` can use is told.
 */
export async function listRedemptions(
  { db: { sql }, clock }: Services,
  shop: ShopRow,
  memberId: MemberId,
  { seenBy = "member", account = memberId }: { seenBy?: SeenBy; account?: MemberId } = {},
): Promise<RedemptionView[]> {
  const glances = await listMemberRedemptions(sql, shop.id, { memberId, limit: MOST });
  const issued = await listIssuedCodes(sql, shop.id, { members: [account], now: clock() });
  const surroundings = await surroundingsOf(sql, shop, glances, seenBy);
  return [
    ...issued.flatMap((code) => issuedView(surroundings.versions, code) ?? []),
    ...glances.flatMap((glance) => redemptionView(shop, surroundings, glance) ?? []),
  ].sort((a, b) => Date.parse(b.heldAt) - Date.parse(a.heldAt));
}

/** For staff: beside the rest what waits for them, and why the store refused. */
export interface StaffRedemption extends RedemptionView {
  memberId: MemberId;
  /** What is to be done for it; null where nothing is written. */
  instructions: string | null;
  waitsForStaff: boolean;
  /** What the store said; null where all is well. */
  reason: string | null;
}

export async function listRedemptionsForStaff(
  { db: { sql } }: Services,
  shop: ShopRow,
  memberId: MemberId,
): Promise<StaffRedemption[]> {
  return forStaff(sql, shop, await listMemberRedemptions(sql, shop.id, { memberId, limit: MOST }));
}

/** What these redemptions are seen with; one question about the orders for all of them. */
export async function surroundingsOf(
  sql: Sql,
  shop: ShopRow,
  glances: readonly RedemptionGlance[],
  seenBy: SeenBy,
): Promise<Surroundings> {
  const held = glances.filter(({ record }) => record.state === "held");
  const codes = held.flatMap(({ record }) => record.code ?? []);
  return {
    seenBy,
    versions: await listVersions(sql, shop.id),
    orderedCodes: await listOrderedCodes(sql, shop.id, codes),
  };
}

async function forStaff(
  sql: Sql,
  shop: ShopRow,
  glances: readonly RedemptionGlance[],
): Promise<StaffRedemption[]> {
  const surroundings = await surroundingsOf(sql, shop, glances, "staff");
  return glances.flatMap((glance) => {
    const view = redemptionView(shop, surroundings, glance);
    if (view === null) return [];
    const reward = termsOf(surroundings.versions, glance.record)?.reward;
    return {
      ...view,
      memberId: glance.record.memberId,
      instructions: reward?.kind === "custom" ? reward.instructions : null,
      waitsForStaff: view.state === "waiting",
      reason: glance.benefit?.reason ?? null,
    };
  });
}
