import { listVersions } from "../../app/db/programmes.ts";
import { type ShopRow } from "../../app/db/shops.ts";
import { toJsonNumber } from "../../app/loyalty/points.ts";
import { versionAt } from "../../app/loyalty/versions.ts";
import { verifyLedger } from "../../app/use-cases/verify-ledger.ts";
import type { CaseResult } from "./case.ts";
import type { Stage } from "./stage.ts";

const FIGURES = ["pending", "available", "held", "owed", "earned", "redeemed", "expired"] as const;

type MemberRow = { id: bigint; level: string | null } & Record<(typeof FIGURES)[number], bigint>;

/** The books as they stand, in the form that commands.md fixes. */
export async function readResult(stage: Stage, shop: ShopRow): Promise<CaseResult> {
  const { sql } = stage.services.db;
  const members = await sql.query<MemberRow>(
    `SELECT id, pending, available, held, owed, earned, redeemed, expired, level FROM member
     WHERE shop_id = $1 AND merged_into IS NULL ORDER BY id`,
    [shop.id],
  );
  const orders = await sql.query<{ id: bigint; posted: bigint }>(
    `SELECT id, posted FROM "order" WHERE shop_id = $1 AND (record->>'told')::boolean ORDER BY id`,
    [shop.id],
  );
  const redemptions = await sql.query<{ id: string; state: string }>(
    `SELECT id, state FROM redemption WHERE shop_id = $1 ORDER BY id`,
    [shop.id],
  );
  const hasTiers = (versionAt(await listVersions(sql, shop.id), stage.now)?.programme.tiers ?? null) !== null;
  return {
    customers: Object.fromEntries(
      members.map((member) => [
        member.id.toString(),
        {
          ...Object.fromEntries(FIGURES.map((figure) => [figure, toJsonNumber(member[figure])])),
          tier: hasTiers ? member.level : null,
        },
      ]),
    ),
    orders: Object.fromEntries(orders.map((order) => [order.id.toString(), toJsonNumber(order.posted)])),
    redemptions: Object.fromEntries(redemptions.map(({ id, state }) => [id, state])),
    ledger: await readLedger(stage, shop),
  };
}

async function readLedger(stage: Stage, shop: ShopRow): Promise<CaseResult["ledger"]> {
  const verification = await verifyLedger(stage.services, shop);
  if (!verification.ok) return { transactions: 0, sum: 0, chain: verification.fault };
  return { transactions: verification.transactions, sum: toJsonNumber(verification.sum), chain: "ok" };
}
