import type { Ending } from "../../db/member-filter.ts";
import { listVersions } from "../../db/programmes.ts";
import type { SegmentTerms } from "../../db/segments/compile.ts";
import type { ShopRow } from "../../db/shops.ts";
import { conditionsIn, type Definition } from "../../insight/segments/definition.ts";
import { endOfDayAfterDays } from "../../loyalty/calendar.ts";
import { currencyDecimals } from "../../loyalty/money.ts";
import { endingLots } from "../members/ending-lots.ts";
import type { Services } from "../services.ts";

/** What a definition is read against, as of this instant. */
export async function segmentTermsOf(
  { db, clock }: Pick<Services, "db" | "clock">,
  { id, timezone, currency }: ShopRow,
  definitions: readonly Definition[],
): Promise<SegmentTerms> {
  const now = clock();
  const days = new Set(
    definitions
      .flatMap(conditionsIn)
      .flatMap((condition) => (condition.fact === "expiring" ? [condition.days] : [])),
  );
  const versions = days.size === 0 ? [] : await listVersions(db.sql, id);
  const endings = new Map<number, Ending>();
  for (const ahead of days) {
    const until = endOfDayAfterDays(timezone, now, ahead);
    endings.set(ahead, { now, until, lots: endingLots(versions, { now, until }) });
  }
  return { now, timezone, unit: 10 ** currencyDecimals(currency), endings };
}
