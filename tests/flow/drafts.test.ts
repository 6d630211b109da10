import { afterAll, beforeAll, expect, test } from "vitest";
import { saveCatalogue } from "../../app/db/catalogue.ts";
import { listVersions } from "../../app/db/programmes.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY, MINUTE } from "../../app/loyalty/time.ts";
import { actOnDraft } from "../../app/use-cases/drafts/act-on-draft.ts";
import { discardDraft, restoreDraft } from "../../app/use-cases/drafts/discard-draft.ts";
import { listDrafts } from "../../app/use-cases/drafts/list-drafts.ts";
import { openDraft } from "../../app/use-cases/drafts/open-draft.ts";
import { saveDraft } from "../../app/use-cases/drafts/save-draft.ts";
import { startDraft } from "../../app/use-cases/drafts/start-draft.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
let shop: ShopRow;
let other: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  shop = await app.install("drafts.myshopify.com", programme());
  other = await app.install("other-drafts.myshopify.com", programme());
});
afterAll(() => app.close());

const start = (document: unknown = programme(), parts: { id?: string; basedOn?: number } = {}) =>
  startDraft(app.services, shop, { name: "Summer", document, basedOn: 1, savedBy: "42", ...parts });
const save = (id: string, revision: number, document: unknown, savedBy = "42") =>
  saveDraft(app.services, shop, { id, revision, name: "Summer", document, savedBy });
const open = (id: string) => openDraft(app.services, shop, id);

const pending = (pendingDays: number) => programme({ points: { pendingDays } });

test("keeps what was typed as it was typed, and changes no programme by it", async () => {
  const typed = { ...pending(3), programme: "‮<b>{{ shop }}</b> 🌷 ".repeat(20) };
  const { id } = await start(typed);
  expect(await open(id)).toMatchObject({
    name: "Summer",
    document: typed,
    basedOn: 1,
    latest: 1,
    revision: 1,
  });
  expect(await listVersions(app.db.sql, shop.id)).toHaveLength(1);
});

test("calls products by the titles that the store gives them, in this shop alone", async () => {
  const product = { id: "8012345678901", title: "Fern 🌿", handle: "fern", vendor: null, productType: null };
  const facts = {
    tags: [],
    collections: [],
    price: 900n,
    cost: null,
    image: null,
    status: "active" as const,
  };
  const stock = { published: true, tracked: false, inStock: true, giftCard: false, createdAt: NOON };
  const products = [{ ...product, ...facts, ...stock }];
  await saveCatalogue(app.db.sql, shop.id, { products, now: NOON });
  const match = { products: [8012345678901, 8012345678902] };
  const earning = { ...(programme()["earning"] as object), exclude: match };
  expect((await open((await start({ ...programme(), earning })).id))?.titles).toEqual({
    "8012345678901": "Fern 🌿",
  });
  const elsewhere = { name: "Summer", document: match, basedOn: 1, savedBy: "42" };
  const { id } = await startDraft(app.services, other, elsewhere);
  expect((await openDraft(app.services, other, id))?.titles).toEqual({});
});

test("keeps a faulty document, and says at which path what is wrong and how to mend it", async () => {
  const { id } = await start({ ...programme(), points: { pendingDays: "soon" }, currency: "EUR" });
  const draft = await open(id);
  expect(draft?.faults).toContainEqual({
    path: "points.pendingDays",
    problem: "is not a whole number",
    mend: "write a whole number from 0 to 3650",
  });
  expect((await listDrafts(app.services, shop)).find((line) => line.id === id)?.faults).toBeGreaterThan(0);
  for (const nonsense of [null, [], "text", { earning: [] }])
    expect((await open((await start(nonsense)).id))?.faults.length).toBeGreaterThan(0);
});

test("is not overwritten unseen from a stale tab, and says who saved when", async () => {
  const { id } = await start();
  app.clock.now = NOON + MINUTE;
  expect(await save(id, 1, pending(5), "7")).toEqual({
    outcome: "saved",
    revision: 2,
    savedAt: NOON + MINUTE,
  });
  app.clock.now = NOON + 2 * MINUTE;
  expect(await save(id, 1, pending(9))).toEqual({
    outcome: "overtaken",
    revision: 2,
    savedBy: "7",
    savedAt: NOON + MINUTE,
  });
  expect((await open(id))?.document).toEqual(pending(5));
  expect(await save(id, 2, pending(9))).toMatchObject({ outcome: "saved", revision: 3 });
});

test("is begun once and saved once, however often the form is sent", async () => {
  const key = "0f0f0f0f-1111-4222-8333-444444444444";
  await Promise.all([start(programme(), { id: key }), start(programme(), { id: key })]);
  expect((await listDrafts(app.services, shop)).filter(({ id }) => id === key)).toHaveLength(1);
  const outcomes = await Promise.all([save(key, 1, pending(2)), save(key, 1, pending(2))]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["saved", "saved"]);
  expect((await open(key))?.revision).toBe(2);
});

test("is thrown away and taken back, and is gone for good after thirty days", async () => {
  const { id } = await start();
  expect(await discardDraft(app.services, shop, { id, savedBy: "42" })).toBe(true);
  expect(await discardDraft(app.services, shop, { id, savedBy: "42" })).toBe(false);
  expect(await open(id)).toBeNull();
  expect(await save(id, 1, pending(1))).toEqual({ outcome: "gone" });
  expect(await restoreDraft(app.services, shop, { id, savedBy: "42" })).toBe(true);
  expect((await open(id))?.revision).toBe(1);
  await discardDraft(app.services, shop, { id, savedBy: "42" });
  app.clock.now += 31 * DAY;
  await start();
  expect(await restoreDraft(app.services, shop, { id, savedBy: "42" })).toBe(false);
});

test("tells that a version was published since it was begun", async () => {
  const { id } = await start();
  const { effectiveFrom: _past, ...document } = pending(4);
  await saveProgramme(app.services, shop, { document, savedBy: "7", basedOn: 1 });
  expect(await open(id)).toMatchObject({ basedOn: 1, latest: 2, faults: [] });
  expect((await listDrafts(app.services, shop)).find((line) => line.id === id)?.isBehind).toBe(true);
});

test("brings in what was published since, and says where both changed the same", async () => {
  const sent = (document: unknown, parts: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ document: JSON.stringify(document), ...parts }))
      form.set(name, value);
    return actOnDraft(app.services, shop, { id: "any", form, actor: { savedBy: "42" } });
  };
  const mine = { ...programme({ points: { pendingDays: 9 } }), programme: "Mine", effectiveFrom: undefined };
  expect(await sent(mine, { intent: "catch-up", basedOn: "1" })).toMatchObject({
    outcome: "caught-up",
    document: { programme: "Mine", points: { pendingDays: 9 } },
    basedOn: 2,
    conflicts: ["points.pendingDays"],
  });
  expect(await sent({ ...mine, points: { pendingDays: -1 } }, { intent: "look" })).toMatchObject({
    outcome: "looked",
    faults: [{ path: "points.pendingDays" }],
    example: null,
  });
  const giving = (points: string) => {
    const rate = { id: "purchase", on: "order", rate: { points, per: "1.00" } };
    return sent({ ...mine, earning: { rules: [rate] } }, { intent: "look" });
  };
  const path = "earning.rules[0].rate.points";
  expect(await giving("1000000")).toMatchObject({ faults: [], notes: [{ path }] });
  expect(await giving("1000000000000000000"), "no ledger could count them").toMatchObject({
    faults: [{ path }],
  });
  expect(await sent(undefined, { intent: "look", document: "[".repeat(100_000) })).toEqual({
    outcome: "unreadable",
  });
});

test("belongs to its shop alone", async () => {
  const { id } = await start();
  expect(await openDraft(app.services, other, id)).toBeNull();
  expect(await discardDraft(app.services, other, { id, savedBy: "42" })).toBe(false);
  expect(
    await saveDraft(app.services, other, { id, revision: 1, name: "", document: {}, savedBy: "1" }),
  ).toEqual({ outcome: "gone" });
});
