import { afterAll, beforeEach, expect, test } from "vitest";
import { countTagsUnknown } from "../../app/db/person-tags.ts";
import { mergeMembers } from "../../app/use-cases/person/merge-members.ts";
import { CUSTOMERS, startComparedStore, type ComparedShop } from "../support/compared-shop.ts";

const compared = await startComparedStore();
const { app } = compared;
let shop: ComparedShop;

beforeEach(async () => {
  shop = await compared.openShop();
  await shop.begin();
});
afterAll(() => compared.close());

/** Somebody with tags of whom only a part of the news arrives. */
async function known(name: string, tags: string[], heard: (topic: string) => boolean): Promise<string> {
  const { id } = shop.do({ do: "customer.create", ref: name, firstName: name, tags });
  await shop.hear(shop.takeWebhooks().filter(({ topic }) => heard(topic)));
  await shop.settle();
  return id;
}

async function tagsOf(id: string): Promise<string[] | null> {
  const [row] = await app.db.sql.query<{ tags: string[] | null }>(
    `SELECT tags FROM person WHERE shop_id = $1 AND member_id = $2`,
    [(await shop.row()).id, id],
  );
  return row?.tags ?? null;
}
const unknown = async () => countTagsUnknown(app.db.sql, (await shop.row()).id);
const isAboutTags = (topic: string) => topic.includes("tags_");

test("the store is asked once for the tags of customers of whom they were never told", async () => {
  const old = await known("Olga", ["press", "trade"], (topic) => !isAboutTags(topic));
  expect([await tagsOf(old), await unknown()]).toEqual([null, CUSTOMERS + 1]);
  await shop.reconcile();
  expect([await tagsOf(old), await unknown()]).toEqual([["press", "trade"], 0]);
  // From here on news alone say what changes: nobody is asked about again.
  shop.do({ do: "customer.update", customer: "ref:Olga", tags: ["vip"] });
  await shop.hear(shop.takeWebhooks().filter(({ topic }) => isAboutTags(topic)));
  await shop.settle();
  expect(await tagsOf(old)).toEqual(["vip"]);
  await shop.reconcile();
  expect([await tagsOf(old), await unknown()]).toEqual([["vip"], 0]);
});

test("tags that were given or taken while the store was asked stand as they were told", async () => {
  const id = await known("Olga", ["press", "trade"], (topic) => !isAboutTags(topic));
  const { platform } = app.services;
  app.services.platform = {
    ...platform,
    async customerTags(domain, ids) {
      const answer = await platform.customerTags(domain, ids);
      app.clock.now += 5_000;
      shop.do({ do: "customer.update", customer: "ref:Olga", tags: ["trade", "vip"] });
      await shop.hear(shop.takeWebhooks().filter(({ topic }) => isAboutTags(topic)));
      await shop.settle();
      return answer;
    },
  };
  await shop.reconcile().finally(() => (app.services.platform = platform));
  expect(await tagsOf(id)).toEqual(["trade", "vip"]);
});

test("whoever was merged by hand brings what the store has on them", async () => {
  const gone = await known("Gerd", ["trade"], (topic) => !isAboutTags(topic));
  const kept = await known("Karin", ["press"], (topic) => !isAboutTags(topic));

  const by = { staff: "900", role: "owner" } as const;
  await mergeMembers(app.services, await shop.row(), { keptId: kept, otherId: gone, by });
  await shop.reconcile();
  expect(await tagsOf(kept)).toEqual(["press", "trade"]);
});
