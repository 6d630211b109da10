import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../app/commerce/platform.ts";
import { DAY, HOUR, MINUTE, parseInstant } from "../../app/loyalty/time.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { reconcileShop } from "../../app/use-cases/reconcile/reconcile-shop.ts";
import { requestReconciliation } from "../../app/use-cases/reconcile/request-reconciliation.ts";
import { RULES, startComparedStore, type ComparedShop } from "../support/compared-shop.ts";
import { onPostgres } from "../support/database.ts";
import { deliver } from "../support/deliver.ts";
import { figuresOf } from "../support/perennial.ts";

const compared = await startComparedStore();
const { app, store } = compared;
let shop: ComparedShop;

beforeEach(async () => {
  shop = await compared.openShop();
});
afterAll(() => compared.close());

describe("a store that fails in the middle", () => {
  test("is gone on with where it failed, and what was found before stays found", async () => {
    await shop.begin();
    for (let n = 0; n < 60; n++) shop.buy("TREE");
    app.clock.now += MINUTE;
    shop.takeWebhooks();
    const row = await shop.row();
    await requestReconciliation(app.services, row, { cause: "staff" });
    // The first answer about orders comes, the fifth does not, however often it is asked for.
    let asked = 0;
    const { ordersNow } = app.services.platform;
    app.services.platform.ordersNow = async (domain, ids) => {
      if (++asked === 2) throw new StoreUnavailable(`${domain} did not answer`);
      return ordersNow(domain, ids);
    };
    await expect(reconcileShop(app.services, row.id)).rejects.toThrow(StoreUnavailable);
    app.services.platform.ordersNow = ordersNow;
    const [failed] = await shop.runs(1);
    expect(failed).toMatchObject({ outcome: null, step: "orders", failures: 1, counts: { missed: 48 } });
    expect(failed?.lastFailure).toContain("did not answer");
    await shop.settle();
    expect(await reconcileShop(app.services, row.id)).toBe(true);
    await shop.settle();
    const [done] = await shop.runs(2);
    expect(done).toMatchObject({ number: failed?.number, outcome: "done", counts: { missed: 60 } });
    // The mug and the first order of before, and 60 trees.
    expect(await shop.figuresOf(shop.idOf("c3"))).toMatchObject({
      available: 25n + 12n + 100n + 60n * (89n + 20n),
    });
    expect(await shop.reconcile()).toEqual({ missed: 0 });
  });

  // What the store answers is the same on any database.
  test.skipIf(onPostgres).each(["429", "502", "html"] as const)(
    "with a passing %s costs nothing but a little time",
    async (answer) => {
      await shop.begin();
      shop.buy("TREE");
      shop.takeWebhooks();
      store.setFaults([
        { answer, times: 1, operation: "OrderGlances" },
        { answer, times: 1, operation: "OrderStates" },
      ]);
      expect(await shop.reconcile()).toEqual({ missed: 1 });
      expect((await shop.findings()).map(({ points, state }) => ({ points, state }))).toEqual([
        { points: 109n, state: "done" },
      ]);
    },
  );
});

test.skipIf(onPostgres)("a store that throttles is waited for, and nothing is given up", async () => {
  await shop.begin();
  for (let n = 0; n < 60; n++) shop.buy("TREE");
  shop.takeWebhooks();
  store.setLimits({ maximumAvailable: 700, restoreRate: 200 });
  expect(await shop.reconcile()).toEqual({ missed: 60 });
  store.setLimits(null);
  expect(app.complaints).toEqual([]);
});

describe("an uninstallation", () => {
  const uninstalledAt = () => new Date(app.clock.now).toISOString();
  const uninstall = () =>
    deliver(app.door, {
      shop: shop.domain,
      topic: "app/uninstalled",
      payload: { id: 1 },
      triggeredAt: uninstalledAt(),
    });

  test("in the middle ends the run; installed anew, all is compared from where it was last", async () => {
    await shop.begin();
    expect(await shop.reconcile()).toEqual({ missed: 0 });
    const row = await shop.row();
    app.clock.now += HOUR;
    await requestReconciliation(app.services, row, { cause: "staff" });
    await uninstall();
    await shop.settle();
    // Nobody delivers anything to an app that is gone.
    shop.buy("TREE");
    shop.do({ do: "customer.create", ref: "meanwhile", firstName: "May" });
    shop.takeWebhooks();
    expect(await reconcileShop(app.services, row.id)).toBe(false);
    app.clock.now += 20 * HOUR;
    await app.install(shop.domain);
    while (!(await reconcileShop(app.services, row.id)));
    await shop.settle();
    const [after, stopped] = await shop.runs(2);
    expect(stopped).toMatchObject({ outcome: "stopped", cause: "staff" });
    expect(after).toMatchObject({ outcome: "done", cause: "installation", counts: { missed: 2 } });
    expect(await shop.figuresOf(shop.idOf("c3"))).toMatchObject({
      available: 25n + 12n + 100n + 109n,
    });
    expect(await shop.figuresOf(shop.idOf("meanwhile"))).toMatchObject({ available: 25n });
  });

  test("before the first comparison loses nothing of what happened while the app was away", async () => {
    await shop.begin();
    app.clock.now += MINUTE;
    await uninstall();
    await shop.settle();
    shop.buy("TREE");
    shop.takeWebhooks();
    app.clock.now += HOUR;
    await app.install(shop.domain);
    const { id } = await shop.row();
    while (!(await reconcileShop(app.services, id)));
    expect(await shop.runs(1)).toMatchObject([{ cause: "installation", counts: { missed: 1 } }]);
  });

  test("lets nothing expire that fell due meanwhile, before a new notice", async () => {
    const lots = { expiry: { kind: "lots", months: 1 }, notice: { days: [30, 7], required: true } };
    const domain = `twin-${shop.domain}`;
    const row = await app.install(domain, { ...RULES, points: lots });
    const notify = async () => {
      const event = { kind: "notice", customerId: "7" } as const;
      await handleEvent(app.services, row, { event, actor: "clock", eventId: `notice-${app.clock.now}` });
    };
    const give = { kind: "adjust", customerId: "7", points: 50n, reason: "test", key: "k" } as const;
    await handleEvent(app.services, row, { event: give, actor: "42", eventId: "k" });
    app.clock.now = parseInstant("2026-07-20T12:00:00Z");
    await notify();
    app.clock.now = parseInstant("2026-08-01T12:00:00Z");
    await deliver(app.door, {
      shop: domain,
      topic: "app/uninstalled",
      payload: { id: 1 },
      triggeredAt: uninstalledAt(),
    });
    await app.settle(domain);
    app.clock.now = parseInstant("2026-08-03T09:00:00Z");
    await app.install(domain);
    app.clock.now += 10 * DAY;
    await app.settle(domain);
    expect(await figuresOf(app, domain, "7")).toMatchObject({ available: 50n });
    await notify();
    app.clock.now += 8 * DAY;
    await app.settle(domain);
    expect(await figuresOf(app, domain, "7")).toMatchObject({ available: 0n });
  });
});
