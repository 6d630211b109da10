import { deleteImportedEntries, deleteReferralCodes } from "../../db/imported.ts";
import { countUsed } from "../../db/import-figures.ts";
import { keepUsed, markRows, nextOfMembers } from "../../db/import-rows.ts";
import { changeImport, lockImport, type StoredImport } from "../../db/member-imports.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Command } from "../handle-event.ts";
import { handleEvents } from "../handle-events.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { byMember, openingKeyOf, owedIn } from "./apply-import.ts";
import { settingsOf } from "./import-settings.ts";
import { noteImport } from "./note-import.ts";

export type Undo =
  | { outcome: "undoing" }
  /** So many members have used something of it: it stays, all of it. */
  | { outcome: "used"; members: number }
  | { outcome: "not-there" };

const MEMBERS_AT_ONCE = 300;

/** Begins to take an import back, by reversing transactions, as long as nobody has used anything of it. */
export async function undoImport(
  services: Services,
  shop: ShopRow,
  id: string,
  by: By | null = null,
): Promise<Undo> {
  return services.db.inShop(shop.id, async (tx) => {
    const found = await lockImport(tx, id);
    if (found === null || (found.state !== "applied" && found.state !== "flagged"))
      return { outcome: "not-there" };
    const members = await countUsed(tx, shop.id, id);
    if (members > 0) return { outcome: "used", members };
    await changeImport(tx, id, { state: "undoing", reason: null });
    await noteImport(services, tx, { action: "import.undone", id, fileName: found.fileName, by });
    await services.jobs.enqueue(tx, "import-members", { shopId: shop.id, importId: id });
    return { outcome: "undoing" };
  });
}

/** Takes back what the next members brought. Whoever used something meanwhile keeps it. Answers whether there may be more. */
export async function undoNext(services: Services, shop: ShopRow, { id }: StoredImport): Promise<boolean> {
  const versions = await listVersions(services.db.sql, shop.id);
  return services.db.inShop(shop.id, async (tx) => {
    const found = await lockImport(tx, id);
    if (found === null || found.state !== "undoing") return false;
    const isHistory = settingsOf(found).kind === "history";
    const rows = isHistory
      ? []
      : await nextOfMembers(
          tx,
          { shopId: tx.shopId, importId: id },
          { state: "posted", members: MEMBERS_AT_ONCE },
        );
    if (rows.length === 0) {
      await deleteImportedEntries(tx, id);
      await deleteReferralCodes(tx, id);
      return false;
    }
    const members = [...byMember(rows).values()];
    const commands = members.map((own): Command => {
      const key = openingKeyOf(id, own[0]?.leader ?? 0);
      return {
        actor: found.startedBy,
        eventId: `${key}:undo`,
        event: {
          kind: "undo-import",
          customerId: own[0]?.memberId ?? "",
          key,
          lots: own.flatMap(({ points }) => (points > 0n ? [points] : [])),
          owed: owedIn(own),
        },
      };
    });
    const outcomes = await handleEvents(services, tx, { shop, versions }, commands);
    const used = members.flatMap((own, place) =>
      outcomes[place]?.outcome === "spent" ? own.map(({ number }) => number) : [],
    );
    await keepUsed(tx, id, used);
    await markRows(tx, id, { from: "posted", to: "undone", rows, by: "leader" });
    return true;
  });
}
