import { countRows } from "../../db/import-figures.ts";
import { forgetCells } from "../../db/import-rows.ts";
import { changeImport, findImport, type StoredImport } from "../../db/member-imports.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import { DAY } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { applyNext } from "./apply-import.ts";
import { checkNextRows } from "./check-import.ts";
import { drawUpReceipt, signReceipt } from "./import-receipt.ts";
import type { HeadSigner } from "../proof/head-signer.ts";
import { settingsOf } from "./import-settings.ts";
import { undoNext } from "./undo-import.ts";

/** A job that goes on for long is taken for dead and started again beside itself: the rest is a job of its own. */
const LONGEST_TURN_MS = 20_000;
const CELLS_KEPT = 30 * DAY;

/** The step that a state stands for, and what follows once it has nothing left to do. */
const STEPS = {
  checking: { step: checkNextRows, finish: async () => undefined },
  applying: { step: applyNext, finish: finishApplying },
  undoing: { step: undoNext, finish: finishUndoing },
};

/** Goes on with an import from wherever it stands: looks at its rows, brings them in or takes them back, in batches. */
export async function runImport(
  services: Services,
  signer: HeadSigner,
  { shopId, importId }: { shopId: number; importId: string },
): Promise<void> {
  const shop = await requireShop(services.db.sql, shopId);
  const until = performance.now() + LONGEST_TURN_MS;
  for (;;) {
    const found = await findImport(services.db.sql, shopId, importId);
    const work = found === null || shop.uninstalledAt !== null ? undefined : workOf(found);
    if (found === null || work === undefined) return;
    if (!(await work.step(services, shop, found))) {
      await work.finish(services, shop, found, signer);
      return;
    }
    if (performance.now() < until) continue;
    return services.db.inShop(shopId, (tx) =>
      services.jobs.enqueue(tx, "import-members", { shopId, importId }),
    );
  }
}

function workOf({ state }: StoredImport) {
  return state === "checking" || state === "applying" || state === "undoing" ? STEPS[state] : undefined;
}

/** Reconciled to the point: where the books do not have what the rows said, somebody must look. */
async function finishApplying(
  services: Services,
  shop: ShopRow,
  found: StoredImport,
  signer: HeadSigner,
): Promise<void> {
  const receipt = await drawUpReceipt(services, shop, found);
  const agrees = receipt.difference === "0";
  if (!agrees) services.log.error({ shop: shop.domain, receipt }, "an import does not add up");
  await services.db.inShop(shop.id, async (tx) => {
    await changeImport(tx, found.id, {
      state: agrees ? "applied" : "flagged",
      receipt: signReceipt(receipt, signer),
      finishedAt: services.clock(),
      reason: agrees ? null : `the ledger has ${receipt.difference} points more than the file`,
    });
    await forgetCells(tx, new Date(services.clock() - CELLS_KEPT));
    if (settingsOf(found).kind === "members")
      await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
  });
}

async function finishUndoing(services: Services, shop: ShopRow, found: StoredImport): Promise<void> {
  const { posted = 0 } =
    settingsOf(found).kind === "history" ? {} : await countRows(services.db.sql, shop.id, found.id);
  await services.db.inShop(shop.id, async (tx) => {
    await changeImport(tx, found.id, {
      state: posted === 0 ? "undone" : "flagged",
      reason: posted === 0 ? null : `${posted} rows were used meanwhile and stay`,
    });
    await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
  });
}
