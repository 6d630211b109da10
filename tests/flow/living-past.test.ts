/**
 * A book out of the database holds of a member's past only what may still matter. Here that is held to books that hold
 * everything: the same random history, once in one whole book, once loaded and saved for every event or for a few at a
 * time. The hash chains tell of every difference in any posting.
 *
 * `PAST_RUNS=1000 vitest run tests/flow/living-past.test.ts` compares more histories, `PAST_SEED=123 PAST_RUNS=1` plays
 * one again.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "../../app/db/database.ts";
import { loadBook, lookAtBook } from "../../app/db/load-book.ts";
import { listDueMembers } from "../../app/db/members.ts";
import { insertVersion } from "../../app/db/programmes.ts";
import { pseudonymOf } from "../../app/db/pseudonym.ts";
import { saveBook } from "../../app/db/save-book.ts";
import { lookAtShop } from "../../app/db/snapshot.ts";
import { upsertInstalledShop, type ShopRow } from "../../app/db/shops.ts";
import { openBook, type Book } from "../../app/loyalty/book.ts";
import { workOffDue } from "../../app/loyalty/due.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { handle } from "../../app/loyalty/handle.ts";
import { memberStanding } from "../../app/loyalty/member-standing.ts";
import { notBefore } from "../../app/loyalty/not-before.ts";
import type { MemberRecord } from "../../app/loyalty/records.ts";
import { DAY } from "../../app/loyalty/time.ts";
import type { ProgrammeVersion } from "../../app/loyalty/versions.ts";
import { bookTermsOf, eventsOf, type Case } from "../helpers/core-case.ts";
import { chanceOf } from "../model/random.ts";
import { randomCase } from "../model/random-case.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const FIRST_SEED = Number(process.env.PAST_SEED ?? 1);
const RUNS = Number(process.env.PAST_RUNS ?? 25);

let testDatabase: TestDatabase;
let db: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  db = await openDatabase(testDatabase.settings);
});
afterAll(async () => {
  await db.close();
  await testDatabase.drop();
});

interface Happening {
  at: number;
  id: string;
  event: LoyaltyEvent;
}

interface Scene {
  shop: ShopRow;
  versions: readonly ProgrammeVersion[];
  products: Map<string, { id: string; tags: string[]; collections: string[]; productType: string | null }>;
}

/** A book that holds everything, as long as it lives. */
function wholeBook({ shop, versions, products }: Scene): Book {
  return openBook({
    versions,
    product: (id) => products.get(id) ?? null,
    pseudonym: (id) => pseudonymOf(shop.salt, id),
  });
}

async function prepare(played: Case, domain: string): Promise<Scene> {
  const { versions, product } = bookTermsOf(played);
  const shop = await upsertInstalledShop(db.sql, {
    domain,
    name: domain,
    currency: "GBP",
    timezone: "Europe/London",
    salt: domain,
    now: 0,
  });
  await db.inShop(shop.id, async (tx) => {
    for (const [place, version] of versions.entries())
      await insertVersion(tx, {
        number: version.number,
        document: (played.programmes ?? [played.programme])[place],
        effectiveFrom: version.effectiveFrom,
        savedAt: 0,
        savedBy: "test",
      });
  });
  const ids = (played.products ?? []).map(({ id }) => String(id));
  return { shop, versions, products: new Map(ids.map((id) => [id, product(id) ?? never()])) };
}

function never(): never {
  throw new Error("the case names a product that it does not have");
}

function happenIn(book: Book, { event, at, id }: Happening): void {
  handle(book, event, notBefore(book, event, at), { eventId: id, actor: "case" });
}

function workOffIn(book: Book, ids: Iterable<string>, until: number): void {
  for (const id of ids) {
    const member = book.members.get(id);
    if (member !== undefined) workOffDue(book, member, until);
  }
}

function dueIn(book: Book, until: number): string[] {
  const due = [...book.members.values()].filter(
    ({ nextDueAt, mergedInto }) => mergedInto === null && nextDueAt !== null && nextDueAt <= until,
  );
  return due.map(({ id }) => id);
}

async function inDatabase(scene: Scene, together: Happening[]): Promise<void> {
  const until = Math.max(...together.map(({ at }) => at));
  await db.inShop(scene.shop.id, async (tx) => {
    const book = await loadBook(tx, scene, { events: together.map(({ event }) => event), until });
    for (const happening of together) happenIn(book, happening);
    saveBook(tx, book, until);
  });
}

async function workOffInDatabase(scene: Scene, until: number): Promise<void> {
  await db.inShop(scene.shop.id, async (tx) => {
    const members = await listDueMembers(tx, until, 1_000);
    if (members.length === 0) return;
    const book = await loadBook(tx, scene, { members, until });
    workOffIn(book, members, until);
    saveBook(tx, book, until);
  });
}

async function storedMembers({ shop, versions }: Scene): Promise<MemberRecord[]> {
  return db.inShop(shop.id, async (tx) => {
    const rows = await tx.query<{ id: bigint }>(`SELECT id FROM member WHERE shop_id = $1`, [shop.id]);
    const members = rows.map(({ id }) => id.toString());
    const book = await loadBook(tx, { shop, versions, products: new Map() }, { members });
    return [...book.members.values()];
  });
}

/** What summaries say, out of books that hold no more than they are published from. */
async function standingsOf({ shop, versions }: Scene, clock: number): Promise<object> {
  return lookAtShop(db, shop.id, async (tx) => {
    const rows = await tx.query<{ id: bigint }>(
      `SELECT id FROM member WHERE shop_id = $1 AND merged_into IS NULL`,
      [shop.id],
    );
    const members = rows.map(({ id }) => id.toString());
    const book = await lookAtBook(tx, { shop, versions, products: new Map() }, { members, until: 0 });
    return standingsIn(book, clock);
  });
}

function standingsIn(book: Book, clock: number): object {
  const members = [...book.members.values()].filter(({ mergedInto }) => mergedInto === null);
  return Object.fromEntries(members.map((member) => [member.id, memberStanding(book, member, clock)]));
}

/** Lots in no order, as they are kept. */
function inOrder(members: Iterable<MemberRecord>): MemberRecord[] {
  return [...members]
    .map((member) => ({ ...member, lots: member.lots.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What does not depend on when it was looked at. */
function essence(members: Iterable<MemberRecord>): object[] {
  return inOrder(members).map(({ settledTo: _, nextDueAt: __, ...member }) => member);
}

function happeningsOf(played: Case): Happening[] {
  return [...eventsOf(played)].flatMap(({ at, id, event }) => (event === null ? [] : [{ at, id, event }]));
}

const seeds = Array.from({ length: RUNS }, (_, n) => FIRST_SEED + n);

test(
  "event by event, nothing differs from a book that holds everything",
  { timeout: 20_000 + RUNS * 6_000 },
  async () => {
    for (const seed of seeds) {
      const played = randomCase(seed) as unknown as Case;
      const scene = await prepare(played, `past-${seed}.myshopify.com`);
      const whole = wholeBook(scene);
      for (const happening of happeningsOf(played)) {
        workOffIn(whole, dueIn(whole, happening.at), happening.at);
        happenIn(whole, happening);
        await workOffInDatabase(scene, happening.at);
        await inDatabase(scene, [happening]);
      }
      expect(inOrder(await storedMembers(scene)), `seed ${seed}`).toEqual(inOrder(whole.members.values()));
      const last = Math.max(...happeningsOf(played).map(({ at }) => at));
      for (const clock of [last, last + 45 * DAY])
        expect(await standingsOf(scene, clock), `seed ${seed}`).toEqual(standingsIn(whole, clock));
    }
  },
);

test(
  "several at a time, nothing differs but when it was looked at",
  { timeout: 20_000 + RUNS * 6_000 },
  async () => {
    for (const seed of seeds) {
      const chance = chanceOf(seed);
      const played = randomCase(seed) as unknown as Case;
      const scene = await prepare(played, `batch-${seed}.myshopify.com`);
      const whole = wholeBook(scene);
      const left = happeningsOf(played);
      let last = 0;
      while (left.length > 0) {
        const together = left.splice(0, chance.whole(1, 12));
        for (const happening of together) happenIn(whole, happening);
        await inDatabase(scene, together);
        last = Math.max(last, ...together.map(({ at }) => at));
      }
      workOffIn(whole, dueIn(whole, last), last);
      await workOffInDatabase(scene, last);
      expect(essence(await storedMembers(scene)), `seed ${seed}`).toEqual(essence(whole.members.values()));
    }
  },
);
