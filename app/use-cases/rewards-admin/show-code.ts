import { listTransactionsOfKeys } from "../../db/ledger.ts";
import { findRefusal } from "../../db/redemption-refusals.ts";
import { findCode } from "../../db/redemption-list.ts";
import type { ShopRow } from "../../db/shops.ts";
import { findStorePause } from "../../db/store-pauses.ts";
import { listVersions } from "../../db/programmes.ts";
import type { RedemptionRecord } from "../../loyalty/records.ts";
import type { Refusal } from "../../loyalty/redemption.ts";
import type { Instant } from "../../loyalty/time.ts";
import { describeTransactions, type LedgerEntry } from "../ledger-entries.ts";
import { labelsOf } from "../programme-labels.ts";
import { findRedemptionGlance } from "../../db/member-redemptions.ts";
import { surroundingsOf } from "../rewards/list-redemptions.ts";
import { redemptionView } from "../rewards/redemption-view.ts";
import { termsOf } from "../rewards/redemption-facts.ts";
import type { Services } from "../services.ts";
import { codeLine, type CodeLine } from "./list-codes.ts";

/** The story of one redemption, from the wish to what became of it. */
export interface CodeView extends CodeLine {
  now: Instant;
  kind: string | null;
  /** "5.00" of the currency, or per cent; null where it has no amount. */
  value: string | null;
  /** What has to be done for it by a person; null where nothing is written. */
  instructions: string | null;
  /** Whether points can be given back, and whether a person can say that it was handed over. */
  canCancel: boolean;
  waitsForStaff: boolean;
  /** How often the store was asked, when it is next, and until when it is left alone for it keeps failing. */
  making: { attempts: number; nextAt: Instant | null; pausedUntil: Instant | null } | null;
  /** Why the wish was refused. */
  refusal: Refusal["because"] | null;
  entries: LedgerEntry[];
}

export async function showCode(
  services: Services,
  shop: ShopRow,
  { id, locale }: { id: string; locale: string },
): Promise<CodeView | null> {
  const { sql } = services.db;
  const now = services.clock();
  const found = await findCode(sql, shop.id, id);
  if (found === null) return null;
  const versions = await listVersions(sql, shop.id);
  const glance = await findRedemptionGlance(sql, shop.id, id);
  const surroundings = await surroundingsOf(sql, shop, glance === null ? [] : [glance], "staff");
  const view = glance === null ? null : redemptionView(shop, surroundings, glance);
  const reward = termsOf(versions, found.record)?.reward ?? null;
  const transactions = await listTransactionsOfKeys(sql, shop.id, keysOf(found.record));
  const refusal = found.state === "refused" ? await findRefusal(sql, shop.id, id) : null;
  const pausedUntil = (await findStorePause(sql, shop.id, now))?.until ?? null;
  return {
    ...codeLine(found, labelsOf(versions, { locale, now, rewardTitle: services.rewardTitle }).rewards),
    now,
    kind: reward?.kind ?? null,
    value: view?.value ?? null,
    instructions: reward?.kind === "custom" ? reward.instructions : null,
    canCancel: view?.canCancel === true || found.state === "waiting",
    waitsForStaff: found.state === "waiting",
    making: found.state === "making" ? { attempts: found.attempts, nextAt: found.dueAt, pausedUntil } : null,
    refusal: refusal?.because ?? null,
    entries: await describeTransactions(sql, shop.id, transactions),
  };
}

/** Every entry that a redemption can have made: the hold, and each time that it was taken, released or came back. */
function keysOf({ id, moves }: RedemptionRecord): string[] {
  const numbers = Array.from({ length: moves + 1 }, (_, n) => n);
  return [
    `redeem:${id}`,
    ...numbers.flatMap((n) => [`take:${id}:${n}`, `release:${id}:${n}`, `come-back:${id}:${n}`]),
  ];
}
