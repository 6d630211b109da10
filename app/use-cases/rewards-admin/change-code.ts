import { findRedemption } from "../../db/benefits.ts";
import type { ShopTransaction } from "../../db/database.ts";
import { tryAgainNow } from "../../db/open-codes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { changeRedemption } from "../rewards/change-redemption.ts";
import type { By } from "../staff/actions.ts";
import type { Services } from "../services.ts";

/** Gives the points back, says that it was handed over, or has the store asked again at once. */
export const CODE_CHANGES = ["cancel", "granted", "retry"] as const;
export type CodeChange = (typeof CODE_CHANGES)[number];

export type CodeChanged =
  | { outcome: "code-changed"; change: CodeChange }
  /** It was used, granted or given back meanwhile, or is on its way. */
  | { outcome: "code-too-late" };

export async function changeCode(
  services: Services,
  shop: ShopRow,
  { id, change, by }: { id: string; change: CodeChange; by: By },
): Promise<CodeChanged> {
  if (change === "retry") {
    const waits = await services.db.inShop(shop.id, (tx) => askAgain(services, tx, { id, by }));
    return waits ? { outcome: "code-changed", change } : { outcome: "code-too-late" };
  }
  const record = await findRedemption(services.db.sql, shop.id, id);
  if (record === null) return { outcome: "code-too-late" };
  const about = { redemptionId: id, memberId: record.memberId, actor: by.staff, role: by.role };
  const { outcome } = await changeRedemption(services, shop, { ...about, change });
  return outcome === "cancelled" || outcome === "granted"
    ? { outcome: "code-changed", change }
    : { outcome: "code-too-late" };
}

/** False where nothing of it waits for the store. */
async function askAgain(
  { clock, jobs }: Pick<Services, "clock" | "jobs">,
  tx: ShopTransaction,
  { id, by }: { id: string; by: By },
): Promise<boolean> {
  const at = clock();
  const [memberId] = await tryAgainNow(tx, [id], at);
  if (memberId === undefined) return false;
  await jobs.enqueue(tx, "make-benefits", { shopId: tx.shopId });
  await noteAction(tx, tx.shopId, {
    ...{ at, ...by, action: "redemption.retried" },
    subject: { kind: "member", id: memberId },
    detail: { redemption: id },
  });
  return true;
}

/** null for what is no wish of the page. */
export function readCodeChange(form: FormData): CodeChange | null {
  return CODE_CHANGES.find((change) => change === form.get("intent")) ?? null;
}
