import type { ShopTransaction } from "../../db/database.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

export interface ImportDeed {
  action: "import.read" | "import.applied" | "import.discarded" | "import.undone";
  id: string;
  fileName: string;
  /** null where it was not somebody in the admin. */
  by: By | null;
}

/** A line of the log for what a person did with a file of another app. */
export async function noteImport(
  { clock }: Pick<Services, "clock">,
  tx: ShopTransaction,
  { action, id, fileName, by }: ImportDeed,
): Promise<void> {
  if (by === null) return;
  const subject = { kind: "import", id } as const;
  await noteAction(tx, tx.shopId, { at: clock(), ...by, action, subject, detail: { file: fileName } });
}
