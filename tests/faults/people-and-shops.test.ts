import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isWebhook, type CaseEvent, type WebhookEvent } from "../model/case-format.ts";
import { playModel } from "../model/model.ts";
import { randomCrowd } from "../model/random-case.ts";
import { deliver } from "../support/deliver.ts";
import { caseOf, openOutside } from "../support/outside.ts";
import { startPerennialInTest, verified, type TestPerennial } from "../support/perennial.ts";
import { searchEverywhere, tablesWithRowsOf } from "../support/search.ts";
import { seededRandom } from "../support/random.ts";
import { figure, PATIENCE, seeds } from "../support/scale.ts";
import { booksOf, listUnsound, verifyAll } from "../support/verify-all.ts";
import { byTime } from "./crowds.ts";

/** F22, F23: people and shops that are erased, and shops that uninstall and come back, in the middle of everything. */

const HOUR_MS = 3_600_000;
const [seed = 0] = seeds(1);
let app: TestPerennial;
let shops = 0;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

const newShop = () => `people-${++shops}.myshopify.com`;
const tell = (shop: string, topic: string, payload: unknown, triggeredAt?: string) =>
  deliver(app.door, { shop, topic, payload, ...(triggeredAt === undefined ? {} : { triggeredAt }) });

/** The customer as a store tells of them, so that there is something to erase. */
function withNames(event: CaseEvent): CaseEvent {
  const named = JSON.stringify(event).replaceAll(/"customer":\{"id":(\d+)\}/g, (_, id: string) =>
    JSON.stringify({
      customer: { id: Number(id), first_name: `Firstname${id}`, email: `${id}@erased.example` },
    }).slice(1, -1),
  );
  return JSON.parse(named) as CaseEvent;
}

function customersIn(events: CaseEvent[]): number[] {
  const text = JSON.stringify(events);
  const found = [/"customer":(\d+)/g, /"customer":\{"id":(\d+)/g, /Customer\/(\d+)/g].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, id]) => Number(id)),
  );
  const created = events.flatMap((event) =>
    isWebhook(event) && event.webhook.startsWith("customers/") && "id" in event.payload
      ? [Number(event.payload.id)]
      : [],
  );
  return [...new Set([...found, ...created])];
}

describe(`FAULT_SEED=${seed}`, () => {
  test(
    "F22: people who are erased in the middle are gone from everywhere, and nobody else notices",
    { timeout: PATIENCE },
    async () => {
      const random = seededRandom(seed);
      const crowd = randomCrowd(seed + 22, figure(6, 40, 400));
      const groups = crowd.groups.map((events) => events.map(withNames));
      const outside = await openOutside(app, newShop(), crowd.programmes);
      const erased = groups.filter((_, n) => n % 2 === 0);
      const all = groups.flat().sort(byTime);
      const redactions = erased.map((events) => ({
        place: Math.floor(random() * all.length),
        customers: customersIn(events),
      }));
      for (const [place, event] of all.entries()) {
        for (const { customers } of redactions.filter((redaction) => redaction.place === place))
          for (const id of customers)
            expect(
              await tell(outside.domain, "customers/redact", { customer: { id }, orders_to_redact: [] }),
            ).toBe(200);
        await outside.tell(event);
      }
      // Whatever was still told of them afterwards by other names is erased as well.
      for (const { customers } of redactions)
        for (const id of customers)
          await tell(outside.domain, "customers/redact", { customer: { id }, orders_to_redact: [] });
      await outside.settle();
      const ids = redactions.flatMap(({ customers }) => customers);
      expect(
        await searchEverywhere(
          app.db,
          ids.flatMap((id) => [`Firstname${id}"`, `${id}@erased.example`]),
        ),
      ).toEqual([]);
      const books = await booksOf(outside);
      expect(ids.filter((id) => books.customers[id] !== undefined)).toEqual([]);
      for (const events of groups.filter((group) => !erased.includes(group))) {
        const model = playModel(caseOf(outside, events));
        expect(books).toMatchObject({
          customers: model.customers,
          orders: model.orders,
          redemptions: model.redemptions,
        });
      }
      expect(await listUnsound(outside)).toEqual([]);
      expect(await verified(app, outside.domain)).toEqual(expect.objectContaining({ ok: true, sum: 0n }));
    },
  );

  test(
    "F22: a shop that is erased in the middle is gone, and its neighbour stands as it stood",
    { timeout: PATIENCE },
    async () => {
      const here = randomCrowd(seed + 23, figure(4, 20));
      const there = randomCrowd(seed + 24, figure(4, 20));
      const gone = await openOutside(app, newShop(), here.programmes);
      const stays = await openOutside(app, newShop(), there.programmes);
      const half = (crowd: typeof here) => crowd.groups.flat().sort(byTime);
      const [first, second] = [half(here), half(there)];
      for (const event of first.slice(0, first.length / 2)) await gone.tell(event);
      for (const event of second) await stays.tell(event);
      // The two have calendars of their own: a shop is left after it was joined, by whichever is later.
      app.clock.now = Math.max(...[...first, ...second].map(({ at }) => Date.parse(at)));
      await tell(gone.domain, "app/uninstalled", {}, new Date(app.clock.now).toISOString());
      await tell(gone.domain, "shop/redact", {});
      while ((await app.settleIfThere(gone.domain)) > 0);
      expect(await tablesWithRowsOf(app.db, gone.shopId)).toEqual([]);
      const late = first.slice(first.length / 2).filter(isWebhook);
      for (const { webhook, payload, id } of late)
        expect(await deliver(app.door, { shop: gone.domain, topic: webhook, payload, id })).toBe(404);
      expect(await tablesWithRowsOf(app.db, gone.shopId)).toEqual([]);
      await verifyAll(stays, { groups: there.groups, hint: `FAULT_SEED=${seed}` });
    },
  );

  test(
    "F23: a shop that uninstalls and comes back, three times, ends where one that stayed does",
    { timeout: PATIENCE },
    async () => {
      const crowd = randomCrowd(seed + 25, figure(6, 60));
      // Where notices are required, what fell due meanwhile waits for a new one: tests/flow/reconcile.test.ts.
      const programmes = crowd.programmes.map((version) => ({
        ...version,
        points: { ...version.points, notice: { days: [30, 7], required: false } },
      }));
      const outside = await openOutside(app, newShop(), programmes);
      const events = crowd.groups.flat().sort(byTime);
      const third = Math.ceil(events.length / 4);
      const told: CaseEvent[] = [];
      for (let part = 0; part < 4; part++) {
        const [first, ...rest] = events.slice(part * third, (part + 1) * third);
        if (first === undefined) break;
        if (part > 0) {
          const gone = Date.parse(first.at);
          app.clock.now = gone;
          await outside.settle();
          await tell(outside.domain, "app/uninstalled", {}, first.at);
          await outside.settle();
          const until = gone + 40 * HOUR_MS;
          const meanwhile = [first, ...rest].filter((event) => Date.parse(event.at) < until);
          for (const event of meanwhile.filter(isWebhook)) told.push(await receive(outside, event));
          app.clock.now = Math.max(until, app.clock.now);
          await app.install(outside.domain);
          await outside.settle();
          rest.splice(0, meanwhile.length - 1);
        } else rest.unshift(first);
        for (const event of rest) {
          await outside.tell(event);
          told.push(event);
        }
      }
      const groups = crowd.groups.map((group) => told.filter((event) => group.includes(event)));
      await verifyAll(outside, { groups, hint: `FAULT_SEED=${seed}` });
    },
  );
});

async function receive(
  outside: Awaited<ReturnType<typeof openOutside>>,
  event: WebhookEvent,
): Promise<CaseEvent> {
  await outside.tell(event);
  return event;
}
