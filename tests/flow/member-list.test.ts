import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { openBook } from "../../app/loyalty/book.ts";
import { listVersions } from "../../app/db/programmes.ts";
import { lotEndsAt } from "../../app/loyalty/lots.ts";
import type { Lot, MemberRecord } from "../../app/loyalty/records.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { listMembers, readMemberListQuery } from "../../app/use-cases/list-members.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { memberCodeOf } from "../../app/use-cases/membership/member-code.ts";
import { countMembers } from "../../app/use-cases/members/count-members.ts";
import { writeMembersCsv } from "../../app/use-cases/members/members-csv.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { seededRandom } from "../support/random.ts";

const NAMES = [
  "Anna Keller",
  "Änne Straße",
  "王 小明",
  "O'Brien Siobhán",
  "محمد علي",
  "Bo 🌿",
  "Keller Maximilian",
];
const LANGUAGES = ["en", "de", "de-CH", "ja", null];
const DOCUMENT = {
  points: { pendingDays: 3, expiry: { kind: "lots", months: 1 }, notice: { required: false } },
  tiers: {
    basis: "points",
    levels: [
      { id: "bronze", at: "0" },
      { id: "silver", at: "60" },
      { id: "gold", at: "120" },
    ],
  },
  texts: { en: { tiers: { gold: "Golden oak" } } },
  rewards: [{ id: "five-off", kind: "amount", cost: 20, value: "5.00" }],
};
const MEMBERS = 40;
const FIRST = 880_000_000_000;

let app: TestPerennial;
let shop: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  shop = await app.install("members.myshopify.com", programme(DOCUMENT));
  await liveOn(seededRandom(7));
});
afterAll(() => app.close());

/** Members of all sorts, as the store and their own doings make them. */
async function liveOn(random: () => number): Promise<void> {
  const chance = (share: number) => random() < share;
  const whole = (most: number) => Math.floor(random() * most);
  const ids = Array.from({ length: MEMBERS }, (_, n) => String(FIRST + n));
  for (const [n, id] of ids.entries()) {
    const [first = "", ...rest] = (NAMES[n % NAMES.length] ?? "").split(" ");
    const created = new Date(NOON - whole(400) * DAY).toISOString();
    await deliver(app.door, {
      shop: shop.domain,
      topic: "customers/create",
      payload: {
        ...{
          id: Number(id),
          first_name: first,
          last_name: `${rest.join(" ")} ${n}`,
          email: `m${n}@keller-${n}.example`,
        },
        ...{ created_at: created, updated_at: created },
      },
    });
  }
  for (let n = 0; n < MEMBERS * 2; n++) {
    // Points become available when they are worked off: a week's orders at a time.
    app.clock.now = NOON - Math.floor((MEMBERS * 2 - n) / 20) * 7 * DAY;
    if (n % 20 === 0) await app.settle(shop.domain);
    const at = new Date(app.clock.now - whole(6 * 24) * 3_600_000).toISOString();
    const customer = Number(ids[whole(MEMBERS)]);
    const payload = {
      ...order({ id: n + 1, customer, total: `${whole(60)}.00`, at }),
      customer_locale: LANGUAGES[customer % LANGUAGES.length],
    };
    await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload });
  }
  app.clock.now = NOON;
  await app.settle(shop.domain);
  const happen = (event: Parameters<typeof handleEvent>[2]["event"]) =>
    handleEvent(app.services, shop, { event, actor: "42", eventId: crypto.randomUUID() });
  for (const id of ids) {
    if (chance(0.3))
      await happen({ kind: "birthday", customerId: id, month: 1 + whole(12), day: 1 + whole(28) });
    if (chance(0.2))
      await happen({
        kind: "adjust",
        customerId: id,
        points: BigInt(whole(200) - 100),
        reason: "test",
        key: `key-${id}`,
      });
    if (chance(0.3))
      await happen({
        kind: "redeem",
        redemptionId: `R${id}`,
        customerId: id,
        rewardId: "five-off",
        code: `CODE-${id}`,
      });
    if (chance(0.15)) await happen({ kind: "leave", customerId: id });
    if (chance(0.1)) await happen({ kind: "block", customerId: id });
  }
}

interface Row {
  id: string;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  locale: string | null;
  available: bigint;
  pending: bigint;
  held: bigint;
  owed: bigint;
  earned: bigint;
  redeemed: bigint;
  level: string | null;
  known_since: Date;
  record: Pick<MemberRecord, "absences" | "birthday" | "lastActivityAt">;
  lots: Lot[];
}

/** Everybody, read without any of what is tested. */
async function everybody(): Promise<Row[]> {
  const rows = await app.db.sql.query<Omit<Row, "id" | "lots"> & { id: bigint }>(
    `SELECT m.*, p.first_name, p.last_name, p.email, p.locale FROM member m
     JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id WHERE m.shop_id = $1`,
    [shop.id],
  );
  const lots = await app.db.sql.query<{ member_id: bigint; remaining: bigint; record: Lot }>(
    `SELECT member_id, remaining, record FROM lot WHERE shop_id = $1`,
    [shop.id],
  );
  return rows.map((row) => ({
    ...row,
    id: row.id.toString(),
    lots: lots
      .filter((lot) => lot.member_id === row.id)
      .map((lot) => ({ ...lot.record, remaining: lot.remaining })),
  }));
}

async function idsAt(address: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ""; ;) {
    const view = await listMembers(
      app.services,
      shop,
      readMemberListQuery(new URLSearchParams(`${address}${after}`)),
    );
    ids.push(...view.members.map(({ id }) => id));
    if (view.next === null) return ids;
    after = `&after=${view.next}`;
  }
}

const open = (row: Row) => (row.record.absences ?? []).filter(({ to }) => to === null);
const isBlocked = (row: Row) => open(row).some(({ because }) => because === "blocked");
const did = (row: Row) => row.record.lastActivityAt ?? 0;

const FILTERS: [string, (row: Row) => boolean][] = [
  ["tier=gold", (row) => row.level === "gold"],
  ["tier=silver,gold", (row) => row.level !== "bronze"],
  ["balance=20..60", (row) => row.available >= 20n && row.available <= 60n],
  ["balance=..0", (row) => row.available <= 0n],
  ["earned=100..", (row) => row.earned >= 100n],
  ["has=pending", (row) => row.pending > 0n],
  ["has=held", (row) => row.held > 0n],
  ["has=owed", (row) => row.owed > 0n],
  ["active=7", (row) => did(row) >= NOON - 7 * DAY],
  ["quiet=30", (row) => did(row) <= NOON - 30 * DAY],
  [
    "since=2026-01-01..2026-03-31",
    (row) =>
      row.known_since >= new Date("2026-01-01T00:00:00Z") &&
      row.known_since < new Date("2026-03-31T23:00:00Z"),
  ],
  ["standing=in", (row) => open(row).length === 0],
  ["standing=blocked", isBlocked],
  ["standing=left", (row) => open(row).some(({ because }) => because === undefined)],
  ["birthday=5", (row) => row.record.birthday?.month === 5],
  ["language=de", (row) => row.locale?.startsWith("de") === true],
  ["language=de,ja", (row) => row.locale === "ja" || row.locale?.startsWith("de") === true],
  ["reward=unused", (row) => row.held > 0n],
  ["redeemed=never", (row) => row.redeemed === 0n],
  [
    "query=eller&has=pending",
    (row) => /eller/i.test(`${row.first_name} ${row.last_name} ${row.email}`) && row.pending > 0n,
  ],
  ["query=小", (row) => row.last_name?.includes("小") === true],
  ["query=小明", (row) => row.last_name?.includes("小明") === true],
  ["query=siobhan", (row) => row.last_name?.includes("Siobhán") === true],
  ["query=علي", (row) => row.last_name?.includes("علي") === true],
  ["query=🌿", (row) => row.last_name?.includes("🌿") === true],
  ["query=mil", (row) => /mil/i.test(row.last_name ?? "")],
  ["query=nobody", () => false],
];

describe("the list of members", () => {
  test.each(FILTERS)("%s finds whom counting by hand finds", async (address, passes) => {
    const expected = (await everybody()).filter(passes).map(({ id }) => id);
    for (const sort of ["change desc", "earned asc", "since desc", "balance asc"]) {
      const ids = await idsAt(`${address}&sort=${sort}`);
      expect(ids.toSorted(), sort).toEqual(expected.toSorted());
    }
    expect((await countMembers(app.services, shop, new URLSearchParams(address))).members).toBe(
      expected.length,
    );
  });

  test.each([7, 14, 31])("points that expire within %i days are those whose lots say so", async (days) => {
    const versions = await listVersions(app.db.sql, shop.id);
    const book = openBook({ versions, product: () => null, pseudonym: (id) => id });
    const until = NOON + days * DAY;
    const found = await idsAt(`ending=${days}`);
    for (const row of await everybody()) {
      const ends = row.lots
        .filter(({ remaining }) => remaining > 0n)
        .map((lot) => lotEndsAt(book, row.record as MemberRecord, lot, NOON) ?? Infinity);
      // The last day asked for is in to its end.
      const isIn = ends.some((end) => end > NOON && end <= until + DAY);
      const isSure = ends.every((end) => end <= until || end > until + DAY);
      if (isSure) expect(found.includes(row.id), `${row.id} ${ends.join()}`).toBe(isIn);
    }
    expect(found.length).toBeGreaterThan(0);
  });

  test("tiers are called as the merchant calls them", async () => {
    const view = await listMembers(app.services, shop, readMemberListQuery(new URLSearchParams("tier=gold")));
    expect(new Set(view.members.map(({ level }) => level))).toEqual(new Set(["Golden oak"]));
  });

  test("somebody is found by the code of their card and of a reward, and by their number", async () => {
    const held = (await everybody()).find(({ held }) => held > 0n)?.id ?? "";
    for (const code of [memberCodeOf(shop, held), `code-${held}`, held, `#${held}`])
      expect(await idsAt(`query=${encodeURIComponent(code)}`), code).toEqual([held]);
  });

  test("as a file it has everybody whom the page has, in the same order, and runs nothing", async () => {
    let text = "";
    await app.db.sql.query(
      `UPDATE person SET first_name = '=1+1', email = '@sum' WHERE shop_id = $1 AND member_id = $2`,
      [shop.id, String(FIRST)],
    );
    await writeMembersCsv(app.services, shop, {
      address: new URLSearchParams("sort=earned desc"),
      by: { staff: "42", role: "owner" },
      write: async (part) => void (text += part),
    });
    expect(text.startsWith("\uFEFFcustomer_id,first_name,last_name,email")).toBe(true);
    const rows = text.trim().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(",")[0])).toEqual(await idsAt("sort=earned desc"));
    expect(text).toContain("'=1+1");
    expect(text).toContain("'@sum");
    expect(text).toContain("محمد");
    expect(text).toContain("🌿");
  });
});
