import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { chooseMessages } from "../../app/use-cases/membership/choose-messages.ts";
import { noteBirthday } from "../../app/use-cases/membership/note-birthday.ts";
import { blockMember } from "../../app/use-cases/person/block-member.ts";
import { exportMember } from "../../app/use-cases/person/export-member.ts";
import { grantReward } from "../../app/use-cases/person/grant-reward.ts";
import { mergeMembers } from "../../app/use-cases/person/merge-members.ts";
import { showTimeline } from "../../app/use-cases/person/show-timeline.ts";
import { takeBackGift } from "../../app/use-cases/person/take-back-gift.ts";
import type { TimelineEntry } from "../../app/use-cases/person/timeline-entries.ts";
import { readTimelineQuery } from "../../app/use-cases/person/timeline-place.ts";
import { redeemReward } from "../../app/use-cases/rewards/redeem-reward.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order, refund } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const OWNER = { staff: "900", role: "owner" } as const;
const [ANNA, BERT, STRANGER] = ["7001", "7002", "7003"];
const PROGRAMME = programme({
  points: { pendingDays: 0, expiry: { kind: "lots", months: 1 }, notice: { required: false } },
  earning: {
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "cake", on: "birthday", bonus: 20 },
    ],
  },
  tiers: {
    basis: "spend",
    levels: [
      { id: "bronze", at: "0" },
      { id: "silver", at: "50.00" },
    ],
  },
  rewards: [{ id: "five-off", kind: "amount", cost: 500, value: "5.00", codeDays: 30 }],
});

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = await app.install(`timeline-${++shops}.myshopify.com`, PROGRAMME);
});

async function tell(topic: string, payload: unknown): Promise<void> {
  await deliver(app.door, { shop: shop.domain, topic, payload });
  await app.settle(shop.domain);
}

async function timeline(address = "", memberId = ANNA) {
  const query = readTimelineQuery(memberId ?? "", new URLSearchParams(address));
  return showTimeline(app.services, shop, { ...query, knownSince: NOON });
}

async function everything(show: string): Promise<TimelineEntry[]> {
  const all: TimelineEntry[] = [];
  for (let behind = ""; ;) {
    const page = await timeline(`show=${show}&behind=${behind}`);
    all.push(...page.entries);
    if (page.older === null) return all;
    behind = page.older;
  }
}

/** Something of every kind, an hour apart. */
async function liveALife(): Promise<void> {
  const later = () => (app.clock.now += DAY / 24);
  const who = { memberId: ANNA ?? "", by: OWNER };
  await tell("customers/create", customer({ id: ANNA ?? "", firstName: "Anna" }));
  later();
  await tell("orders/paid", order({ id: 1, customer: ANNA ?? "", total: "60.00" }));
  later();
  await noteBirthday(app.services, shop, {
    memberId: who.memberId,
    month: 3,
    day: 5,
    actor: "shopper",
  });
  later();
  await chooseMessages(app.services, shop, { memberId: who.memberId, wanted: true });
  later();
  const wish = { rewardId: "five-off", key: "wish-0001", units: null, actor: "shopper" };
  await redeemReward(app.services, shop, { memberId: who.memberId, ...wish });
  later();
  await grantReward(app.services, shop, { ...who, rewardId: "five-off", key: "form-1" });
  later();
  await exportMember(app.services, shop, who);
  later();
  await blockMember(app.services, shop, { ...who, change: "block", note: "Resells" });
  await tell(
    "orders/paid",
    order({ id: 2, customer: ANNA ?? "", total: "9.00", at: new Date(later()).toISOString() }),
  );
  await tell("customers/create", customer({ id: BERT ?? "", firstName: "Bert" }));
  await tell("orders/paid", order({ id: 3, customer: BERT ?? "", total: "4.00" }));
  later();
  await mergeMembers(app.services, shop, { keptId: who.memberId, otherId: BERT ?? "", by: OWNER });
  app.clock.now += 40 * DAY;
  await app.settle(shop.domain);
}

test("tells everything that happened to a person, over all that is kept of them, the newest first", async () => {
  await liveALife();
  const all = await everything("all");
  const instants = all.map(({ at }) => at);
  expect(instants).toEqual(instants.toSorted((a, b) => b - a));
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  const kinds = new Set(all.map((one) => (one.of === "ledger" ? one.entry.kind : one.of)));
  expect([...kinds].sort()).toEqual(
    [
      "birthday",
      "consent",
      "earn",
      "expire",
      "gift",
      "known",
      "level",
      "merge",
      "order",
      "refusal",
      "staff",
      "word",
    ].sort(),
  );
  const find = <Kind extends TimelineEntry["of"]>(of: Kind) => all.filter((one) => one.of === of);
  expect(find("birthday")).toMatchObject([{ month: 3, day: 5, actor: "shopper" }]);
  expect(find("word")).toMatchObject([{ word: "block", actor: "900" }]);
  expect(find("level")).toMatchObject([{ from: "bronze", to: "silver" }]);
  expect(find("refusal")).toMatchObject([{ reward: "five-off", because: "short", missing: "440" }]);
  expect(find("gift")).toMatchObject([{ reward: "five-off", alone: true, actor: "900" }]);
  expect(find("staff")).toMatchObject([{ action: "member.exported", staff: "900" }]);
  expect(find("merge")).toMatchObject([{ other: BERT, name: "Bert", actor: "900" }]);
  expect(find("order")).toMatchObject([
    { order: { name: "#2", points: "0", whyNot: { reasons: [{ kind: "blocked" }] } } },
    { order: { name: "#3", points: "4" } },
    { order: { name: "#1", value: "60.00", points: "60" } },
  ]);
});

test("shows the chain of whoever was merged into them, and says under which number it was", async () => {
  await liveALife();
  const moved = (await everything("moves")).filter((one) => one.of === "ledger");
  expect(moved.map(({ entry, former }) => [entry.explanation.kind, former])).toEqual([
    ["merge-in", null],
    ["merge-out", BERT],
  ]);
});

test("offers to give back only what expired and was not given back", async () => {
  await liveALife();
  const expired = await everything("expired");
  const left = expired.map((one) => (one.of === "ledger" ? one.reinstatable : "?"));
  expect(left.toSorted()).toEqual(["4", "60"]);
});

test("a reward that only they were given can be taken back, once and from their own page", async () => {
  await liveALife();
  await tell("customers/create", customer({ id: STRANGER ?? "", firstName: "Carl" }));
  const [gift] = (await everything("rewards")).filter((one) => one.of === "gift");
  const theirs = { memberId: ANNA ?? "", issueId: gift?.issue ?? "", by: OWNER };
  expect(await takeBackGift(app.services, shop, { ...theirs, memberId: STRANGER ?? "" })).toEqual({
    outcome: "not-theirs-alone",
  });
  for (const _ of [1, 2])
    expect(await takeBackGift(app.services, shop, theirs)).toEqual({ outcome: "taken-back" });
  const rewards = (await everything("rewards")).filter((one) => one.of === "gift");
  expect(rewards).toMatchObject([{ state: "cancelled" }]);
});

test("goes on page by page without leaving anything out, and an address that nobody wrote begins anew", async () => {
  for (let id = 1; id <= 25; id++)
    await tell("orders/paid", order({ id, customer: ANNA ?? "", total: "1.00", at: "2026-06-20T00:00:00Z" }));
  const orders = (await everything("orders")).filter((one) => one.of === "order");
  expect(new Set(orders.map((one) => one.order.name)).size).toBe(25);
  const first = await timeline("show=orders");
  expect(first.entries).toHaveLength(20);
  for (const behind of ["x", "e30", Buffer.from('{"order":{"at":1,"id":"1; DROP"}}').toString("base64url")])
    expect((await timeline(`show=orders&behind=${behind}`)).entries[0]?.key).toBe(first.entries[0]?.key);
});

test("a history of twenty thousand entries is paged as fast as a short one", async () => {
  await tell("customers/create", customer({ id: ANNA ?? "" }));
  await app.db.sql.query(
    `INSERT INTO ledger_transaction (shop_id, member_id, seq, key, kind, at, recorded_at, event_id, actor, version, explanation, previous_hash, hash)
     SELECT $1, $2, n, 'adjust:k' || n, 'adjust', to_timestamp(1750000000 + n * 60), now(), 'e', '900', 1,
       '{"kind":"adjust","points":"1","reason":"x"}', '', '' FROM generate_series(1, 20000) AS n`,
    [shop.id, ANNA],
  );
  await app.db.sql.query(`ANALYZE ledger_transaction`);
  const deep = Buffer.from(
    JSON.stringify({ [`ledger ${ANNA}`]: { at: 0, id: "200" }, known: { at: 1, id: "0" } }),
  );
  const began = performance.now();
  for (const address of ["", "show=expired", `behind=${deep.toString("base64url")}`]) await timeline(address);
  expect(performance.now() - began).toBeLessThan(1_500);
  expect((await timeline(`behind=${deep.toString("base64url")}`)).entries[0]).toMatchObject({
    entry: { seq: 199 },
  });
});

test("refunds and a cancellation stand among the orders, with what they gave back and did to the points", async () => {
  const at = (hours: number) => new Date(NOON + (hours * DAY) / 24).toISOString();
  const tellAt = (hours: number, topic: string, payload: unknown) => {
    app.clock.now = NOON + (hours * DAY) / 24;
    return tell(topic, payload);
  };
  const bought = { id: 1, customer: ANNA ?? "", total: "60.00", at: at(0) };
  await tellAt(0, "orders/paid", order(bought));
  const placed = async () =>
    (await everything("orders")).flatMap((one) => (one.of === "order" ? [one.order] : []))[0];
  expect(await placed()).toMatchObject({ value: "60.00", points: "60", first: null });
  await tellAt(2, "refunds/create", refund({ id: 51, order: 1, lines: [{ subtotal: "20.40" }], at: at(2) }));
  // The order's own row goes on saying what happened then.
  const then = { value: "60.00", points: "60" };
  expect(await placed()).toMatchObject({ value: "39.60", points: "39", first: then });
  await tellAt(4, "orders/cancelled", order({ ...bought, updatedAt: at(4), cancelledAt: at(4) }));
  const changes = (await everything("orders")).flatMap((one) => (one.of === "change" ? [one] : []));
  expect(changes).toMatchObject([
    { what: "cancellation", amount: null, did: "moved", points: "-39", at: NOON + (4 * DAY) / 24 },
    { what: "refund", amount: "20.40", did: "moved", points: "-21", at: NOON + (2 * DAY) / 24 },
  ]);
  expect(await placed()).toMatchObject({ counts: false, points: "0", first: then });
  expect((await everything("points")).some(({ of }) => of === "change")).toBe(false);
});

test("a refund within the second in which its order was counted took what it took", async () => {
  const at = new Date(NOON).toISOString();
  app.clock.now = NOON + 300;
  await tell("orders/paid", order({ id: 1, customer: ANNA ?? "", total: "60.00", at }));
  app.clock.now = NOON + 900;
  await tell("refunds/create", refund({ id: 51, order: 1, lines: [{ subtotal: "20.00" }], at }));
  const [change] = (await everything("orders")).filter((one) => one.of === "change");
  expect(change).toMatchObject({ what: "refund", did: "moved", points: "-20" });
});
