import { expect } from "vitest";
import { insertVersion } from "../../app/db/programmes.ts";
import { checkProgramme } from "../../app/loyalty/check-programme.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import type { Outcome } from "../../app/loyalty/outcome.ts";
import { isWebhook } from "../model/case-format.ts";
import type { Case, CaseEvent, CommandEvent, Programme, WebhookEvent } from "../model/case-format.ts";
import { PRODUCTS } from "../model/random-scene.ts";
import { deliver } from "./deliver.ts";
import type { TestPerennial } from "./perennial.ts";

/**
 * A shop that is watched from outside: whatever the app acknowledged stands in `log`, in the order in which it is to be
 * worked off, and `verifyAll` works it out anew with the model. The app's own tables are no witness.
 */
export interface Outside {
  app: TestPerennial;
  domain: string;
  shopId: number;
  programmes: Programme[];
  log: CaseEvent[];
  /** The code that each redemption got. */
  codes: Map<string, string>;
  /** Lets an event happen at its instant: a webhook enters through the signed door and waits, a command is done. */
  tell(event: CaseEvent): Promise<Outcome | null>;
  /** Works off everything that waits or is due by the clock. */
  settle(): Promise<void>;
}

/** A new shop with these versions, and the products that the model knows. */
export async function openOutside(
  app: TestPerennial,
  domain: string,
  programmes: Programme[],
): Promise<Outside> {
  const [first] = programmes;
  if (first === undefined) throw new Error("a shop has a programme");
  const { currency, timezone } = first;
  app.store.facts.set(domain, { name: domain, currency, timezone });
  for (const product of PRODUCTS)
    app.store.products.set(String(product.id), { ...product, id: String(product.id) });
  app.clock.now = Math.min(...programmes.map(({ effectiveFrom }) => Date.parse(effectiveFrom)));
  const { id: shopId } = await app.install(domain, first);
  for (const [index, document] of programmes.entries())
    if (index > 0) await addVersion(app, shopId, { number: index + 1, document });
  const outside: Outside = {
    app,
    domain,
    shopId,
    programmes,
    log: [],
    codes: new Map(),
    tell: (event) => (isWebhook(event) ? receive(outside, event) : command(outside, event)),
    settle: () => app.settle(domain),
  };
  return outside;
}

/** A history may let a version start before it is saved, which saving one does not. */
export async function addVersion(
  app: TestPerennial,
  shopId: number,
  { number, document }: { number: number; document: Programme },
): Promise<void> {
  const check = checkProgramme(document);
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  const { effectiveFrom } = check.programme;
  await app.db.inShop(shopId, (tx) =>
    insertVersion(tx, {
      number,
      document: document,
      effectiveFrom: effectiveFrom ?? 0,
      savedAt: 0,
      savedBy: "test",
    }),
  );
}

async function receive(outside: Outside, event: WebhookEvent): Promise<null> {
  const { app, domain, codes } = outside;
  app.clock.now = Date.parse(event.at);
  const { webhook: topic, id } = event;
  const body = JSON.stringify(event.payload).replaceAll(
    /\{\{(.+?)\}\}/g,
    (_, as: string) => codes.get(as) ?? "",
  );
  expect(await deliver(app.door, { shop: domain, topic, id, body })).toBe(200);
  outside.log.push(event);
  return null;
}

/** What was received before a command is settled before it, for the log has them in one order. */
async function command(outside: Outside, event: CommandEvent): Promise<Outcome | null> {
  const { app, domain } = outside;
  app.clock.now = Date.parse(event.at);
  await outside.settle();
  outside.log.push(event);
  const wish = commandOf(outside, event);
  if (wish === null) return null;
  const eventId = `${outside.log.length}`;
  return handleEvent(app.services, await app.requireShop(domain), { event: wish, actor: "test", eventId });
}

function commandOf({ codes }: Outside, event: CommandEvent): LoyaltyEvent | null {
  switch (event.do) {
    case "clock":
      return null;
    case "redeem": {
      const code = codes.get(event.as) ?? `CODE-${event.as}`;
      codes.set(event.as, code);
      const { as: redemptionId, reward: rewardId, units } = event;
      const terms = { redemptionId, rewardId, code, units: units === undefined ? null : BigInt(units) };
      return { kind: "redeem", customerId: String(event.customer), ...terms };
    }
    case "release":
      return { kind: "release", redemptionId: event.redemption };
    case "granted":
      return { kind: "granted", redemptionId: event.redemption };
    case "birthday":
      return { kind: "birthday", customerId: String(event.customer), month: event.month, day: event.day };
    case "activity":
      return {
        kind: "activity",
        customerId: String(event.customer),
        activity: event.activity,
        key: event.key,
      };
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

/** The log as the model plays it, up to what the clock shows. */
export function caseOf({ app, domain, programmes, log }: Outside, events: CaseEvent[] = log): Case {
  const end: CaseEvent = { at: new Date(app.clock.now).toISOString(), do: "clock" };
  return { shop: domain, programmes, products: PRODUCTS, events: [...events, end] };
}
