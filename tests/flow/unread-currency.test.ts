import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { listRowsOfFigure } from "../../app/use-cases/analytics/list-rows-behind.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
let shop: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  shop = await app.install("unread.myshopify.com", programme());
  const at = new Date(app.clock.now).toISOString();
  for (const [n, paid] of [
    {},
    { paid: "30.00 EUR" },
    { paid: "30.00 XQX" },
    { paid: "5.50 JPY" },
  ].entries()) {
    const payload = order({ id: n + 1, customer: 7, total: "20.00", at, ...paid });
    await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload });
  }
  await app.settle(shop.domain);
  await followLedger(app.services, shop.id);
});
afterAll(() => app.close());

const repeat = async (currency: string) => {
  const asked = new URLSearchParams({ range: "all", currency });
  const view = await showReport(app.services, shop, { report: "repeat", asked });
  const orders = view.figures.find(({ id }) => id === "orders");
  return { currencies: view.currencies, orders: orders?.value, rows: orders?.rows };
};

test("what was paid in money that cannot be read is not counted as the shop's own, nor as any other", async () => {
  const all = await repeat("");
  expect(all).toMatchObject({ currencies: ["GBP", "EUR"], orders: "4" });
  expect((await repeat("GBP")).orders).toBe("1");
  expect((await repeat("EUR")).orders).toBe("1");
  const address = new URL(all.rows ?? "", "https://admin.invalid");
  const view = await listRowsOfFigure(app.services, shop, address.searchParams);
  expect(view?.rows.map(({ paid }) => paid)).toEqual(
    expect.arrayContaining(["unread", "unread", { amount: "30.00", currency: "EUR" }, null]),
  );
});
