import { noteAction } from "../../db/staff-actions.ts";
import type { StaffActionName } from "../../db/staff-action-names.ts";
import type { ShopTransaction } from "../../db/database.ts";
import type { Role } from "../staff/permissions.ts";
import type { Instant } from "../../loyalty/time.ts";

/** Who changes a draft: a member of staff with their role, or a word for what does it instead of a person. */
export interface Actor {
  savedBy: string;
  /** Of a member of staff, for the log of what staff did. */
  role?: Role;
}

type DraftAction = Extract<StaffActionName, `draft.${string}`>;

/** A line of the log, where it was a person. */
export async function noteDraft(
  tx: ShopTransaction,
  { savedBy, role }: Actor,
  did: { at: Instant; action: DraftAction; id: string; name: string },
): Promise<void> {
  if (role === undefined) return;
  await noteAction(tx, tx.shopId, {
    ...{ at: did.at, staff: savedBy, role, action: did.action },
    subject: { kind: "draft", id: did.id },
    detail: { name: did.name },
  });
}
