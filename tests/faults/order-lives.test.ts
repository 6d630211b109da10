import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomCrowd, type Life } from "../model/random-case.ts";
import { changeOrder, placeOrder, refundOrder } from "../model/random-events.ts";
import { undoAndRedo } from "../model/random-long-stories.ts";
import { tellStory } from "../model/random-stories.ts";
import type { OrderPayload, Programme } from "../model/case-format.ts";
import { openOutside, type Outside } from "../support/outside.ts";
import { order, refund } from "../support/payloads.ts";
import { startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { seededRandom } from "../support/random.ts";
import { figure, PATIENCE, seeds } from "../support/scale.ts";
import { verifyAll } from "../support/verify-all.ts";
import { playCrowd } from "./crowds.ts";

/** F19, F20: what becomes of an order after it was paid, and of points that were spent before it was refunded. */

let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

/** One to three orders that are edited, refunded in parts, cancelled, paid, disputed and opened again. */
const ORDER_LIFE: Life = {
  events: (chance) => chance.whole(6, 16),
  step(store, now) {
    const { chance, customers, orders } = store;
    if (orders.length === 0 || chance.percent(15))
      return void placeOrder(store, now, chance.anyOf(customers) ?? 7);
    if (chance.percent(15)) return tellStory(store, now, undoAndRedo);
    if (chance.percent(40)) return refundOrder(store, now);
    changeOrder(store, now);
  },
};

describe.each(seeds(figure(1, 10, 1_000)))("seed %i", (seed) => {
  test(
    "F19: however an order is changed, it has what its state is worth, and gives back no more",
    { timeout: PATIENCE },
    async () => {
      const crowd = randomCrowd(seed, figure(25, 400), ORDER_LIFE);
      const outside = await playCrowd(app, crowd, seed);
      expect(await belowZeroOnTheWay(outside)).toEqual([]);
    },
  );
});

/** Orders of which, at some point of their story, more had been taken back than given. */
async function belowZeroOnTheWay({ shopId }: Outside): Promise<object[]> {
  return app.db.sql.query(
    `SELECT order_id, running FROM (
       SELECT p.order_id, sum(CASE WHEN p.debit = 'earnings' THEN p.points ELSE -p.points END)
         OVER (PARTITION BY p.order_id ORDER BY p.transaction_id, p.n) AS running,
         p.transaction_id <> lead(p.transaction_id, 1, -1) OVER (PARTITION BY p.order_id ORDER BY p.transaction_id, p.n) AS is_end
       FROM posting p WHERE p.shop_id = $1 AND p.order_id IS NOT NULL AND (p.debit = 'earnings' OR p.credit = 'earnings')) told
     WHERE is_end AND running < 0`,
    [shopId],
  );
}

const THIRDS: Programme = {
  programme: "Thirds",
  currency: "GBP",
  timezone: "Europe/London",
  effectiveFrom: "2026-01-01T00:00:00Z",
  points: { debt: "owe" },
  earning: { rules: [{ id: "purchase", on: "order", rate: { points: "1.7", per: "3.00" } }] },
  rewards: [{ id: "ship", kind: "free-shipping", cost: 10 }],
};

const at = (minute: number) => new Date(Date.UTC(2026, 6, 1, 9, minute)).toISOString();
let shops = 0;
const open = (programme: Programme) => openOutside(app, `lives-${++shops}.myshopify.com`, [programme]);

test(
  "F19: an order refunded in many parts has at every moment what is left is worth, rounded once, and nothing at the end",
  { timeout: PATIENCE },
  async () => {
    const outside = await open(THIRDS);
    const parts = [1, 99, 250, 333, 7, 1000, 310];
    const pounds = (pence: number) => (pence / 100).toFixed(2);
    let left = parts.reduce((sum, part) => sum + part, 0);
    const paid = order({ id: 1, customer: 7, total: pounds(left), at: at(0) }) as OrderPayload;
    await outside.tell({ at: at(0), webhook: "orders/paid", id: "paid", payload: paid });
    for (const [n, part] of parts.entries()) {
      const payload = refund({
        id: n + 1,
        order: 1,
        lines: [{ quantity: 0, subtotal: pounds(part) }],
      }) as never;
      await outside.tell({ at: at(n + 1), webhook: "refunds/create", id: `refund-${n}`, payload });
      await outside.settle();
      left -= part;
      const [row] = await app.db.sql.query<{ posted: bigint }>(
        `SELECT posted FROM "order" WHERE shop_id = $1`,
        [outside.shopId],
      );
      // 1.7 points for each 3.00: 17 for 3000 pence.
      expect(row?.posted).toBe((BigInt(left) * 17n) / 3000n);
    }
    expect(left).toBe(0);
    await verifyAll(outside);
  },
);

test(
  "F19: a refund long after the points vested finds the order as it was",
  { timeout: PATIENCE },
  async () => {
    const outside = await open({ ...THIRDS, points: { pendingDays: 1 } });
    const payload = order({ id: 1, customer: 7, total: "30.00", at: at(0) }) as OrderPayload;
    await outside.tell({ at: at(0), webhook: "orders/paid", id: "paid", payload });
    await outside.tell({ at: "2026-07-09T09:00:00Z", do: "clock" });
    const back = refund({ id: 1, order: 1, lines: [{ subtotal: "15.00" }] }) as never;
    await outside.tell({ at: "2026-07-10T09:00:00Z", webhook: "refunds/create", id: "back", payload: back });
    await verifyAll(outside);
    const [row] = await app.db.sql.query(`SELECT available FROM member WHERE shop_id = $1`, [outside.shopId]);
    expect(row).toEqual({ available: 8n });
  },
);

test(
  "F20: points that were spent before the refund are owed, and the next ones pay for them",
  { timeout: PATIENCE },
  async () => {
    const [seed = 0] = seeds(1);
    const random = seededRandom(seed);
    const rate = { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } };
    const outside = await open({ ...THIRDS, earning: { rules: [rate] } });
    const wanted = new Map<string, { available: bigint; held: bigint; owed: bigint }>();
    for (let member = 1; member <= figure(20, 100, 1_000); member++) {
      const first = 10 + Math.floor(random() * 90);
      const next = Math.floor(random() * 40);
      const buys = (n: number, total: number, codes: string[] = []) => {
        const id = member * 10 + n;
        const payload = {
          ...order({ id, customer: member, total: `${total}.00`, at: at(n) }),
          discount_codes: codes.map((code) => ({ code })),
        };
        return outside.tell({
          at: at(10),
          webhook: "orders/paid",
          id: `o-${id}`,
          payload: payload as OrderPayload,
        });
      };
      await buys(1, first);
      await outside.tell({ at: at(10), do: "redeem", customer: member, reward: "ship", as: `R${member}` });
      const isTaken = random() < 0.5;
      if (isTaken) await buys(2, 0, [`{{R${member}}}`]);
      const payload = refund({
        id: member,
        order: member * 10 + 1,
        lines: [{ subtotal: `${first}.00` }],
      }) as never;
      await outside.tell({ at: at(10), webhook: "refunds/create", id: `r-${member}`, payload });
      if (next > 0) await buys(3, next);
      const rest = BigInt(next) - 10n;
      wanted.set(String(member), {
        available: rest > 0n ? rest : 0n,
        held: isTaken ? 0n : 10n,
        owed: rest < 0n ? -rest : 0n,
      });
    }
    await verifyAll(outside, { hint: `FAULT_SEED=${seed}` });
    const rows = await app.db.sql.query<{ id: bigint; available: bigint; held: bigint; owed: bigint }>(
      `SELECT id, available, held, owed FROM member WHERE shop_id = $1`,
      [outside.shopId],
    );
    expect(new Map(rows.map(({ id, ...figures }) => [String(id), figures]))).toEqual(wanted);
  },
);
