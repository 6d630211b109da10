import { listIssuedCodes } from "../../app/db/reward-issues.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { noPerkBelow } from "./redeem-in-past.ts";

/** What a member was given by an experiment or as an offer, as they see it in their account. */
export interface Gift {
  /** Told again, it is the same gift. */
  key: string;
  email: string;
  /** null for points; of an order that comes to `below` or more, in pence, it may take nothing off. */
  code: { text: string; below: number } | null;
}

interface GivenRow {
  experiment: string;
  member: bigint;
  level: string | null;
  email: string;
  kind: string;
}

/** Everything that members were given so far; of codes those alone that can be used. */
export async function giftsInPast({ db, clock }: Services, shop: ShopRow): Promise<Gift[]> {
  const given = await db.sql.query<GivenRow>(
    `SELECT e.id AS experiment, m.id AS member, m.level, p.email, coalesce(x.offer->'gives'->>'kind', e.kind) AS kind
     FROM experiment_member x JOIN experiment e ON e.shop_id = x.shop_id AND e.id = x.experiment_id
     JOIN member m ON m.shop_id = x.shop_id AND m.id = x.member_id
     JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
     WHERE x.shop_id = $1 AND x.gift = 'given' AND p.email IS NOT NULL ORDER BY x.exposed_at, m.id`,
    [shop.id],
  );
  const members = given.map(({ member }) => member.toString());
  const codes = (await listIssuedCodes(db.sql, shop.id, { members, now: clock() })).filter(
    ({ ready }) => ready,
  );
  return given.flatMap(({ experiment, member, level, email, kind }): Gift[] => {
    const gift = { key: `${experiment} ${email}`, email };
    if (kind === "points") return [{ ...gift, code: null }];
    const issued = codes.find(({ memberId }) => memberId === member.toString());
    return issued === undefined ? [] : [{ ...gift, code: { text: issued.code, below: noPerkBelow(level) } }];
  });
}
