import { randomBytes } from "node:crypto";
import { insertVersion } from "../../app/db/programmes.ts";
import { requireShop, upsertInstalledShop, type ShopRow } from "../../app/db/shops.ts";
import { rewardCodeOf } from "../../app/use-cases/rewards/reward-identity.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { checkProgramme } from "../../app/loyalty/programme.ts";
import { faultText } from "../../app/loyalty/programme-faults.ts";
import { parseInstant } from "../../app/loyalty/time.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import type { Case, CaseEvent, CaseResult } from "./case.ts";
import { readResult } from "./read-result.ts";
import type { Stage } from "./stage.ts";

export class BadCase extends Error {
  override name = "BadCase";
}

/** Plays a case in a shop of its own, each event at its instant, and answers what came of it. */
export async function playCase(stage: Stage, played: Case, shopDomain: string): Promise<CaseResult> {
  const shop = await prepareShop(stage, played, shopDomain);
  const codes = new Map<string, string>();
  for (const [index, event] of played.events.entries()) {
    stage.now = instantOf(event, index);
    await workOffDue(stage, shop);
    await happen(stage, shop, { event, index, codes });
    await stage.workOffJobs();
  }
  return readResult(stage, shop);
}

async function prepareShop(stage: Stage, played: Case, domain: string): Promise<ShopRow> {
  const documents = played.programmes ?? [played.programme];
  const programmes = documents.map((document, index) => {
    const check = checkProgramme(document);
    if (check.ok) return check.programme;
    throw new BadCase(`programme ${index + 1}: ${check.faults.map(faultText).join("; ")}`);
  });
  const [first] = programmes;
  if (first === undefined) throw new BadCase("there is no programme");
  stage.products.set(
    domain,
    played.products.map((product) => ({ ...product, id: String(product.id) })),
  );
  const facts = { name: domain, currency: first.currency, timezone: first.timezone };
  const salt = randomBytes(16).toString("hex");
  const shop = await upsertInstalledShop(stage.services.db.sql, { domain, ...facts, salt, now: 0 });
  await stage.services.db.inShop(shop.id, async (tx) => {
    for (const [index, { effectiveFrom, document }] of programmes.entries()) {
      // A case may let a later version start before it is saved.
      await insertVersion(tx, {
        number: index + 1,
        document,
        effectiveFrom: effectiveFrom ?? 0,
        savedAt: 0,
        savedBy: "case",
      });
    }
  });
  return requireShop(stage.services.db.sql, shop.id);
}

function instantOf(event: CaseEvent, index: number): number {
  try {
    return parseInstant(event.at);
  } catch (error) {
    throw new BadCase(`event ${index + 1}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function workOffDue(stage: Stage, shop: ShopRow): Promise<void> {
  while ((await workOffDueOf(stage.services, shop)) > 0);
}

interface Happening {
  event: CaseEvent;
  index: number;
  /** The code that each redemption got. */
  codes: Map<string, string>;
}

async function happen(stage: Stage, shop: ShopRow, happening: Happening): Promise<void> {
  const { event, index, codes } = happening;
  if ("webhook" in event) {
    const body = withCodes(JSON.stringify(event.payload), codes);
    const status = await stage.deliver({ shop: shop.domain, topic: event.webhook, id: event.id, body });
    if (status !== 200) throw new BadCase(`event ${index + 1} (${event.webhook}) was answered ${status}`);
    while ((await settleDeliveries(stage.services, shop)) > 0);
    return;
  }
  const command = commandOf(shop, event, codes);
  if (command === null) return;
  await handleEvent(stage.services, shop, { event: command, actor: "case", eventId: `event-${index + 1}` });
}

function withCodes(body: string, codes: ReadonlyMap<string, string>): string {
  return body.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => codes.get(name) ?? whole);
}

function commandOf(
  shop: ShopRow,
  event: Exclude<CaseEvent, { webhook: string }>,
  codes: Map<string, string>,
): LoyaltyEvent | null {
  switch (event.do) {
    case "clock":
      return null;
    case "redeem": {
      const { as: redemptionId, reward: rewardId } = event;
      const code = rewardCodeOf(shop, redemptionId);
      codes.set(redemptionId, code);
      return { kind: "redeem", redemptionId, customerId: String(event.customer), rewardId, code };
    }
    case "release":
      return { kind: "release", redemptionId: event.redemption };
    case "activity": {
      const { activity, key } = event;
      return { kind: "activity", customerId: String(event.customer), activity, key };
    }
    case "adjust": {
      const { reason, key } = event;
      return {
        kind: "adjust",
        customerId: String(event.customer),
        points: BigInt(event.points),
        reason,
        key,
      };
    }
    case "notice":
      return { kind: "notice", customerId: String(event.customer) };
  }
}
