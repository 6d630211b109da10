import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { checkProgramme, type Programme } from "../../app/loyalty/programme.ts";
import { previewBulk } from "../../app/use-cases/members/bulk-cost.ts";
import { showTimeline } from "../../app/use-cases/person/show-timeline.ts";
import { readTimelineQuery } from "../../app/use-cases/person/timeline-place.ts";
import { drawUpPlan } from "../../app/use-cases/programme/draw-up-plan.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

/** A point costs five sevenths of a penny. */
const DOCUMENT = programme({ rewards: [{ id: "five-off", kind: "amount", cost: 700, value: "5.00" }] });
const ANNA = "7001";

let app: TestPerennial;
let shop: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  app.clock.now = NOON;
  shop = await app.install("most-money.myshopify.com", DOCUMENT);
  const told = { id: 1, customer: ANNA, lines: [{ price: "10.00", quantity: 3, currentQuantity: 2 }] };
  const bought = order(told) as { line_items: object[] };
  const [line] = bought.line_items;
  const discounted = { ...line, discount_allocations: [{ amount: "0.10" }] };
  const payload = { ...bought, line_items: [discounted] };
  await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload });
  await app.settle(shop.domain);
});
afterAll(() => app.close());

test("what points may cost at most is rounded up to the penny, for many members at once", async () => {
  const terms = { kind: "adjust", points: "10", reason: "Thanks" } as const;
  expect(await previewBulk(app.services, shop, { terms, address: "" })).toMatchObject({ cost: "0.08" });
});

test("and in the plan of a programme", () => {
  const check = checkProgramme(DOCUMENT);
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  const plan = drawUpPlan({
    shop,
    proposal: proposalOf(check.programme),
    ...{ earning: null, warnings: [] },
    members: {
      ...{ levelsAt: null, total: 1, outstanding: 10n, pendingOrders: 0, pendingPoints: 0n },
      ...{ up: { count: 0, members: [] }, down: { count: 0, members: [] } },
      ...{ reachableBefore: new Map(), reachableAfter: new Map() },
    } as never,
  });
  expect(plan.liability).toEqual({ points: 10, before: null, after: "0.08" });
});

test("what an order counts for is told in whole pennies", async () => {
  const query = readTimelineQuery(ANNA, new URLSearchParams("show=orders"));
  const { entries } = await showTimeline(app.services, shop, { ...query, knownSince: NOON });
  // Two of three things at £10.00 with 10p off all three: £19.93 and a third of a penny.
  const orders = entries.flatMap((one) => (one.of === "order" ? [one.order] : []));
  expect(orders).toMatchObject([{ value: "19.93", points: "19" }]);
});

function proposalOf(document: Programme) {
  return { programme: document, current: null, startsAt: null, basedOn: 0, hash: "" } as never;
}
