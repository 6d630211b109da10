import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { doDeed, readDeed } from "../../app/use-cases/person/member-deed.ts";
import { saveLearnedStaff } from "../../app/db/staff-members.ts";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const OWNER = { staff: "900", role: "owner" } as const;
const SUPPORT = { staff: "901", role: "support" } as const;

let app: TestPerennial;
let shop: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  app.clock.now = NOON;
  const points = { pendingDays: 0, expiry: { kind: "lots", months: 1 }, notice: { required: false } };
  shop = await app.install("reinstating.myshopify.com", programme({ points }));
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer({ id: "7" }) });
  await app.settle(shop.domain);
  for (const key of ["first", "second", "third", "fourth", "fifth"])
    await adjustPoints(app.services, shop, {
      ...{ memberId: "7", points: key === "fifth" ? 501n : 500n, reason: "Thank you", key: `given-${key}` },
      ...{ actor: OWNER.staff, role: OWNER.role },
    });
  const known = { name: "Sam", accountOwner: false, locale: null, roleOfFirst: null };
  await saveLearnedStaff(app.db.sql, shop.id, { ...known, id: SUPPORT.staff, at: NOON, askAfter: NOON });
  app.clock.now += 40 * DAY;
  await app.settle(shop.domain);
});
afterAll(() => app.close());

async function reinstate(by: typeof OWNER | typeof SUPPORT, expiry: string, points: string): Promise<object> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ expiry, points, reason: "They were away" }))
    form.set(name, value);
  const deed = readDeed("reinstate", form);
  if ("faults" in deed) throw new Error(deed.faults.join());
  return doDeed(app.services, shop, { memberId: "7", by, deed });
}

test("what expired counts for the limits of whoever gives it back: 500 at once and 2,000 a day", async () => {
  const expired = await app.db.sql.query<{ key: string; points: bigint }>(
    `SELECT key, (explanation::jsonb->>'points')::bigint AS points FROM ledger_transaction
     WHERE shop_id = $1 AND kind = 'expire' ORDER BY abs((explanation::jsonb->>'points')::bigint) DESC, key`,
    [shop.id],
  );
  expect(expired).toHaveLength(5);
  const [most = "", ...others] = expired.map(({ key }) => key);
  expect(await reinstate(SUPPORT, most, "501")).toEqual({
    ...{ outcome: "beyond-limit", each: "500", day: "2000", left: "2000" },
  });
  for (const key of others)
    expect(await reinstate(SUPPORT, key, "500")).toMatchObject({ outcome: "reinstated" });
  expect(await reinstate(SUPPORT, most, "1")).toMatchObject({ outcome: "beyond-limit", left: "0" });
  expect(await reinstate(SUPPORT, others[0] ?? "", "500")).toEqual({ outcome: "repeated" });
  expect(await reinstate(OWNER, most, "501")).toMatchObject({ outcome: "reinstated" });
});
