import { randomBytes } from "node:crypto";
import type { ShopTransaction } from "../db/database.ts";
import { endOnboardingAt } from "../db/onboarding.ts";
import { listVersions } from "../db/programmes.ts";
import { markPerksDue } from "../db/perks.ts";
import { stopRuns } from "../db/reconciliations.ts";
import { findShop, upsertInstalledShop, type ShopRow } from "../db/shops.ts";
import { markSummariesStale } from "../db/summaries.ts";
import type { ShopFacts } from "../commerce/platform.ts";
import { formatInstant, MINUTE, type Instant } from "../loyalty/time.ts";
import { BY_INSTALLATION } from "./onboarding/read-checklist.ts";
import { beginReconciliation } from "./reconcile/request-reconciliation.ts";
import { saveProgramme } from "./save-programme.ts";
import type { Services } from "./services.ts";
import { voidNotices } from "./void-notices.ts";

/**
 * A shop has let us in, for the first time or again: it is made, or goes on with what it had. A new one starts with a
 * programme of its own currency and zone, which the merchant then changes.
 */
export async function installShop(
  services: Services,
  domain: string,
  firstProgramme: unknown,
): Promise<ShopRow> {
  const facts = await services.platform.shopFacts(domain);
  const before = await findShop(services.db.sql, domain);
  const now = services.clock();
  const knownSince = before?.installedAt ?? now;
  const awaySince = before?.uninstalledAt ?? null;
  if (before !== null && awaySince !== null)
    await voidNotices(services, before, { from: awaySince, until: now });
  const salt = randomBytes(24).toString("hex");
  const shop = await upsertInstalledShop(services.db.sql, { domain, ...facts, salt, now });
  const versions = await listVersions(services.db.sql, shop.id);
  if (versions.length > 0) {
    await services.db.inShop(shop.id, async (tx) => {
      if (awaySince !== null) await comeBack(services, { tx, shop }, { knownSince, now });
      await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
      await services.jobs.enqueue(tx, "publish-programme", { shopId: shop.id });
      await markPerksDue(tx, now);
      await services.jobs.enqueue(tx, "publish-perks", { shopId: shop.id });
    });
    return shop;
  }
  const chosen = chosenFor(services, shop, firstProgramme);
  const saved = await saveProgramme(services, shop, {
    document: chosen ?? simplestProgramme(facts, now),
    savedBy: BY_INSTALLATION,
    basedOn: 0,
    // A programme that whoever runs the app has chosen needs no first steps.
    alongside: async (tx) => {
      if (chosen !== undefined) await endOnboardingAt(tx, { at: now, by: BY_INSTALLATION });
    },
  });
  if (saved.outcome === "refused") {
    const [fault] = saved.faults;
    throw new Error(
      `the first programme of ${domain} was refused: ${fault?.path}: ${fault?.problem}; ${fault?.mend}`,
    );
  }
  return shop;
}

async function comeBack(
  services: Services,
  { tx, shop }: { tx: ShopTransaction; shop: ShopRow },
  { knownSince, now }: { knownSince: Instant; now: Instant },
): Promise<void> {
  // What we had written into the store may have gone with the app.
  await markSummariesStale(tx);
  // What happened in the store meanwhile nobody told us.
  await stopRuns(tx, now);
  await beginReconciliation(services, { tx, shop }, { cause: "installation", knownSince });
}

/** What whoever runs the app has chosen for new shops, unless its amounts are of another currency than this shop's. */
function chosenFor({ log }: Services, { domain, currency }: ShopRow, firstProgramme: unknown): unknown {
  if (typeof firstProgramme !== "object" || firstProgramme === null || !("currency" in firstProgramme))
    return firstProgramme;
  const written = firstProgramme.currency;
  if (typeof written !== "string" || written === currency) return firstProgramme;
  log.warn(
    { shop: domain, currency, written },
    "the programme for new shops is of another currency; this shop starts with the simplest one",
  );
  return undefined;
}

/**
 * One point for each whole unit of the currency, available at once, gift cards left out; from the minute of the
 * installation on, since the store's times have no fractions of a second.
 */
function simplestProgramme({ name, currency, timezone }: ShopFacts, now: Instant): unknown {
  return {
    programme: name,
    currency,
    timezone,
    effectiveFrom: formatInstant(now - (now % MINUTE)),
    points: { pendingDays: 0 },
    earning: {
      exclude: { giftCards: true },
      rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1" } }],
    },
    rewards: [],
  };
}
