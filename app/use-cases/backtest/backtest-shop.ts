import { readLedgerFigures, type LedgerFigures } from "../../db/ledger-figures.ts";
import { listVersions } from "../../db/programmes.ts";
import { listHandled, type Handled } from "../../db/shop-history.ts";
import type { ShopRow } from "../../db/shops.ts";
import { readAsOfOneInstant } from "../../db/snapshot.ts";
import { openBacktest, type Backtest } from "../../loyalty/backtest/backtest.ts";
import { detailsOf, reportOf, type BacktestReport } from "../../loyalty/backtest/report.ts";
import type { Programme } from "../../loyalty/programme.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { compareWithLedger, type LedgerComparison } from "./compare-with-ledger.ts";
import { openShopPast } from "./shop-happenings.ts";

export interface ShopBacktest extends BacktestReport {
  /** The shop's own history under its own programme, held against its ledger. */
  ledger: LedgerComparison;
  details?: ReturnType<typeof detailsOf>;
}

export interface BacktestWish {
  /** Takes the place of every version the shop had, from its first on; null for the shop's own programme. */
  draft: Programme | null;
  /** Every member's figures and every order's points as well. */
  details?: boolean;
}

/**
 * Plays everything that the store told and that we were asked to do once more: under the shop's own programme, which must
 * end at the ledger and so proves the method, and beside it under a draft. Writes nothing. null where the shop has no
 * programme yet.
 */
export async function backtestShop(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { draft, details = false }: BacktestWish,
): Promise<ShopBacktest | null> {
  const { handled, ledger, versions, now } = await readPast(services, shop);
  const [first] = versions;
  if (first === undefined) return null;
  const past = openShopPast(services, shop, handled);
  const { productThen, product, comesAgain } = past;
  const own = openBacktest({ versions, product: productThen, comesAgain });
  const from = versions.reduce(
    (least, version) => Math.min(least, version.effectiveFrom),
    first.effectiveFrom,
  );
  const tried =
    draft === null
      ? null
      : openBacktest({
          versions: [{ number: 1, effectiveFrom: from, programme: draft }],
          product,
          comesAgain,
        });
  for await (const happening of past.happenings()) {
    own.tell(happening);
    tried?.tell(happening);
  }
  own.finish(now);
  tried?.finish(now);
  return {
    ...reportOf(tried ?? own, { until: now, from, against: againstOwn(tried, own), warnings: [] }),
    ledger: compareWithLedger(own.book, ledger, now),
    ...(details ? { details: detailsOf(tried ?? own, now) } : {}),
  };
}

function againstOwn(tried: Backtest | null, own: Backtest) {
  return tried === null ? null : { backtest: own, name: "the shop's own programme" };
}

interface Past {
  handled: Handled[];
  ledger: LedgerFigures;
  versions: ProgrammeVersion[];
  now: Instant;
}

/** All of one instant, so that what is played again is what the ledger stands for. */
async function readPast({ db, clock }: Pick<Services, "db" | "clock">, shop: ShopRow): Promise<Past> {
  return readAsOfOneInstant(db, shop.id, async ([tx]) => ({
    handled: await listHandled(tx, shop.id),
    ledger: await readLedgerFigures(tx, shop.id),
    versions: await listVersions(tx, shop.id),
    now: clock(),
  }));
}
