import { afterAll, beforeAll, expect, test } from "vitest";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { listVersions } from "../../app/db/programmes.ts";
import type { OrderPayload, Programme } from "../model/case-format.ts";
import { openOutside } from "../support/outside.ts";
import { order } from "../support/payloads.ts";
import { startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { seededRandom } from "../support/random.ts";
import { figure, PATIENCE, seeds } from "../support/scale.ts";
import { verifyAll } from "../support/verify-all.ts";

/** F28: rules that change while orders wait to be settled. */

const [seed = 0] = seeds(1);
let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

const START = Date.parse("2026-07-01T12:00:00Z");
const MINUTE_MS = 60_000;
const iso = (at: number) => new Date(at).toISOString();

const paying = (points: number, effectiveFrom: number): Programme => ({
  programme: `${points} a pound`,
  currency: "GBP",
  timezone: "Europe/London",
  effectiveFrom: iso(effectiveFrom),
  earning: { rules: [{ id: "purchase", on: "order", rate: { points, per: "1.00" } }] },
});

test(
  `an order is worth what the version of its hour says, whenever it is settled (FAULT_SEED=${seed})`,
  { timeout: PATIENCE },
  async () => {
    const random = seededRandom(seed);
    const outside = await openOutside(app, "changing.myshopify.com", [paying(1, START - 86_400_000)]);
    const shop = await app.requireShop(outside.domain);
    const wanted = new Map<string, bigint>();
    const begins: number[] = [START - 86_400_000];
    let now = START;
    for (let id = 1; id <= figure(60, 200, 5_000); id++) {
      now += Math.floor(random() * 5) * MINUTE_MS;
      const processed = now - Math.floor(random() * 40) * MINUTE_MS;
      const version = begins.findLastIndex((start) => start <= processed) + 1;
      wanted.set(String(id), BigInt(10 * version));
      const payload = order({
        id,
        customer: 1 + (id % 9),
        total: "10.00",
        at: iso(processed),
        updatedAt: iso(now),
      });
      await outside.tell({
        at: iso(now),
        webhook: "orders/paid",
        id: `o-${id}`,
        payload: payload as OrderPayload,
      });
      if (random() < 0.05) await outside.settle();
      if (random() < 0.12 && begins.length < 20) {
        now += MINUTE_MS;
        app.clock.now = now;
        const document = paying(begins.length + 1, now);
        const saved = await saveProgramme(app.services, shop, {
          document,
          savedBy: "42",
          basedOn: begins.length,
        });
        expect(saved.outcome).toBe("saved");
        begins.push(now);
        outside.programmes.push(document);
      }
    }
    expect(begins.length).toBeGreaterThanOrEqual(3);
    await verifyAll(outside, { hint: `FAULT_SEED=${seed}` });
    const rows = await app.db.sql.query<{ id: bigint; posted: bigint; version: number }>(
      `SELECT id, posted, (record->>'version')::int AS version FROM "order" WHERE shop_id = $1`,
      [outside.shopId],
    );
    expect(new Map(rows.map(({ id, posted }) => [String(id), posted]))).toEqual(wanted);
    expect(rows.every(({ posted, version }) => posted === BigInt(10 * version))).toBe(true);
    expect((await listVersions(app.db.sql, shop.id)).length).toBe(begins.length);
  },
);
