import { findConsent } from "../../db/consents.ts";
import { findMembership } from "../../db/memberships.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { lookAtShop } from "../../db/snapshot.ts";
import { isBlocked, isOut } from "../../loyalty/absence.ts";
import { asksBirthday } from "../../loyalty/birthday.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { versionAt } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import type { CountClaimable } from "./count-claimable.ts";

/** What a member has told of themselves, and may tell. */
export interface Account {
  /** Without a year; null where it was not given. */
  birthday: { month: number; day: number } | null;
  /** Whether the programme gives anything for one. */
  birthdayAsked: boolean;
  /** Whether they want to hear of their points. */
  messages: boolean;
  /** Whether they are shown what is chosen for them; so it is for whoever never said anything. */
  recommendations: boolean;
  out: boolean;
  /** Shut out by the shop: joining again is not theirs to do. */
  blocked: boolean;
  /** Orders that they placed as a guest and could take over; 0 also where the store does not say in time. */
  claimable: number;
}

export async function showAccount(
  services: Services,
  shop: ShopRow,
  { memberId, countClaimable }: { memberId: MemberId; countClaimable: CountClaimable },
): Promise<Account> {
  const { db, clock } = services;
  const [claimable, versions, told] = await Promise.all([
    countClaimable(shop, memberId),
    listVersions(db.sql, shop.id),
    lookAtShop(db, shop.id, async (tx) => ({
      membership: await findMembership(tx, shop.id, memberId),
      messages: await findConsent(tx, memberId, "messages"),
      recommendations: await findConsent(tx, memberId, "recommendations"),
    })),
  ]);
  const now = clock();
  const programme = versionAt(versions, now)?.programme;
  const { birthday, absences } = told.membership;
  return {
    birthday: birthday === null ? null : { month: birthday.month, day: birthday.day },
    birthdayAsked: programme !== undefined && asksBirthday(programme, now),
    messages: told.messages?.given ?? false,
    recommendations: told.recommendations?.given ?? true,
    out: isOut({ absences }),
    blocked: isBlocked({ absences }),
    claimable: isOut({ absences }) ? 0 : claimable,
  };
}
