import { findMemberDetails } from "../../db/member-details.ts";
import type { ShopRow } from "../../db/shops.ts";
import { readOwnData } from "../collect-personal-data.ts";
import type { Services } from "../services.ts";
import { noteDeed, type By } from "../staff/actions.ts";

/** Everything kept about a member, as the text of a file; null where there is nobody of this number. */
export async function exportMember(
  services: Services,
  shop: ShopRow,
  { memberId, by }: { memberId: string; by: By },
): Promise<string | null> {
  if (!/^[1-9]\d{0,17}$/.test(memberId)) return null;
  if ((await findMemberDetails(services.db.sql, shop.id, memberId)) === null) return null;
  const file = await readOwnData(services, shop, memberId);
  await noteDeed(services, shop.id, {
    ...{ ...by, action: "member.exported", subject: { kind: "member", id: memberId } },
  });
  return file;
}
