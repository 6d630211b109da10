import { createPublicKey, verify as verifySignature } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ImportState } from "../../app/db/member-imports.ts";
import { backtestShop } from "../../app/use-cases/backtest/backtest-shop.ts";
import { enqueueLeftovers } from "../../app/use-cases/enqueue-leftovers.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import {
  applyImport,
  checkImport,
  discardImport,
  tuneImport,
} from "../../app/use-cases/moving-in/change-import.ts";
import { faultyRowsCsv } from "../../app/use-cases/moving-in/faulty-rows.ts";
import { receiptText } from "../../app/use-cases/moving-in/import-receipt.ts";
import type { ImportSettings } from "../../app/use-cases/moving-in/import-settings.ts";
import { readImport, type ReadImport } from "../../app/use-cases/moving-in/read-import.ts";
import { runImport } from "../../app/use-cases/moving-in/run-import.ts";
import { importReceipt, showImport, type ImportView } from "../../app/use-cases/moving-in/show-import.ts";
import { undoImport } from "../../app/use-cases/moving-in/undo-import.ts";
import { headSigner } from "../../app/use-cases/proof/head-signer.ts";
import { showTimeline } from "../../app/use-cases/person/show-timeline.ts";
import { readTimelineQuery } from "../../app/use-cases/person/timeline-place.ts";
import { showMember } from "../../app/use-cases/show-member.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order } from "../support/payloads.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { searchEverywhere } from "../support/search.ts";

const SIGNER = headSigner("a secret of the tests");
const TIERS = {
  basis: "spend",
  levels: [
    { id: "bronze", at: "0", multiplier: "1" },
    { id: "silver", at: "250.00", multiplier: "1.25" },
  ],
};
const PROGRAMME = programme({
  tiers: TIERS,
  rewards: [{ id: "five-off", kind: "amount", cost: 500, value: "5.00" }],
});

let app: TestPerennial;
let shop: string;
let shops = 0;
/** The store's customers, by address. */
let customers: Map<string, string>;
let asked: string[][];

beforeAll(async () => {
  app = await startPerennialInTest();
  Object.assign(app.services.platform, {
    async customersByEmail(domain: string, emails: string[]) {
      await app.store.requireAnswer(domain);
      asked.push(emails);
      return new Map(
        emails.flatMap((email) => (customers.has(email) ? [[email, [customers.get(email)]]] : [])),
      );
    },
    present: async (_domain: string, _kind: string, ids: string[]) =>
      new Set(ids.filter((id) => [...customers.values()].includes(id))),
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = `moving-${++shops}.myshopify.com`;
  customers = new Map(
    ["anna", "bert", "cleo"].map((name, place) => [`${name}@example.com`, String(101 + place)]),
  );
  asked = [];
  await app.install(shop, PROGRAMME);
});

const bytes = (text: string) =>
  async function* () {
    yield Buffer.from(text);
  };

async function read(text: string, name = "members.csv"): Promise<ReadImport> {
  return readImport(app.services, await app.requireShop(shop), { name, open: bytes(text), startedBy: "42" });
}

async function run(id: string): Promise<ImportView> {
  const { id: shopId } = await app.requireShop(shop);
  await runImport(app.services, SIGNER, { shopId, importId: id });
  return view(id);
}

async function view(id: string): Promise<ImportView> {
  const shown = await showImport(app.services, await app.requireShop(shop), id);
  if (shown === null) throw new Error(`no import ${id}`);
  return shown;
}

/** Reads a file and looks at its rows; nothing is moved. */
async function preview(text: string, changes: Partial<ImportSettings> = {}): Promise<ImportView> {
  const file = await read(text);
  if (file.outcome !== "read") throw new Error(JSON.stringify(file));
  const { settings } = await view(file.id);
  if (settings === null) throw new Error("the file is still being read");
  const row = await app.requireShop(shop);
  const checked = await checkImport(app.services, row, {
    id: file.id,
    settings: { ...settings, ...changes },
  });
  expect(checked).toEqual({ outcome: "checking" });
  return run(file.id);
}

async function apply(id: string): Promise<ImportView> {
  expect(await applyImport(app.services, await app.requireShop(shop), id)).toEqual({ outcome: "applying" });
  return run(id);
}

const moveIn = async (text: string, changes: Partial<ImportSettings> = {}) =>
  apply((await preview(text, changes)).id);

const figures = (id: string) => figuresOf(app, shop, id);

async function faultyRows(id: string): Promise<string> {
  let text = "";
  for await (const line of (await faultyRowsCsv(app.services, await app.requireShop(shop), id)) ?? [])
    text += line;
  return text;
}

async function sql<Row extends object>(text: string): Promise<Row[]> {
  return app.db.sql.query<Row>(text, [(await app.requireShop(shop)).id]);
}

const THREE = `Customer Name,Email,Points Balance,VIP Tier Name,Birth Date,Customer Status
Anna,anna@example.com,120,Gold,1004-05-27,member
Bert,Bert@Example.com,80.5,,,member
Nobody,nobody@example.com,10,,,member
`;

describe("a preview", () => {
  test("says what would happen, and writes nothing into the books", async () => {
    const shown = await preview(THREE, { tiers: { Gold: "silver" } });
    expect(shown.state).toBe("checked");
    expect(shown.settings).toMatchObject({ source: "smile", kind: "members" });
    expect(shown.preview).toMatchObject({
      members: 2,
      newMembers: 2,
      points: "200",
      liability: "2.00",
      accepted: 2,
      refused: 1,
      rounded: 1,
      birthdays: 1,
      tiers: [{ tier: "Gold", members: 1, level: "silver" }],
      levels: ["silver"],
    });
    expect(shown.preview?.faults).toMatchObject([
      { column: "Email", problem: "is no customer of your store", rows: 1, first: 4 },
    ]);
    expect(await sql(`SELECT 1 FROM ledger_transaction WHERE shop_id = $1`)).toEqual([]);
    expect(await sql(`SELECT 1 FROM member WHERE shop_id = $1`)).toEqual([]);
  });

  test("takes a tier for the level of the same name, until somebody says otherwise", async () => {
    const text = "email,points,tier\nanna@example.com,5,SILVER\nbert@example.com,5,Platinum\n";
    const shown = await preview(text);
    expect(shown.preview?.tiers).toEqual([
      { tier: "Platinum", members: 1, level: null },
      { tier: "SILVER", members: 1, level: "silver" },
    ]);
    await apply(shown.id);
    expect(await sql(`SELECT id, level FROM member WHERE shop_id = $1 ORDER BY id`)).toEqual([
      { id: 101n, level: "silver" },
      { id: 102n, level: "bronze" },
    ]);
  });

  test("by another mapping looks at every row anew", async () => {
    const shown = await preview("Email,Points,Other points\nanna@example.com,5,7\n");
    expect(shown.preview?.points).toBe("5");
    const { settings, id } = shown;
    if (settings === null) throw new Error("no settings");
    await checkImport(app.services, await app.requireShop(shop), {
      id,
      settings: { ...settings, mapping: { email: 0, points: 2 } },
    });
    expect((await run(id)).preview?.points).toBe("7");
  });

  test("asks the store only for whom we do not know, many at once", async () => {
    await deliver(app.door, {
      shop,
      topic: "customers/create",
      payload: customer({ id: 101, email: "Anna@example.com" }),
    });
    await app.settle(shop);
    await preview(THREE);
    expect(asked).toEqual([["bert@example.com", "nobody@example.com"]]);
  });

  test("waits for a store that does not answer, and goes on where it stood", async () => {
    app.store.silent.add(shop);
    const file = await read(THREE);
    if (file.outcome !== "read") throw new Error(file.outcome);
    const { settings } = await view(file.id);
    if (settings === null) throw new Error("no settings");
    await checkImport(app.services, await app.requireShop(shop), { id: file.id, settings });
    await expect(run(file.id)).rejects.toThrow(/did not answer/);
    app.store.silent.delete(shop);
    expect((await run(file.id)).preview?.accepted).toBe(2);
  });

  test.each<[Partial<ImportSettings>, object[]]>([
    [{ mapping: { points: 2 } }, [{ fault: "no-customer" }]],
    [{ mapping: { email: 1 } }, [{ fault: "no-points" }]],
    [{ mapping: { email: 1, points: 1 } }, [{ fault: "column-twice", heading: "Email" }]],
    [{ mapping: { email: 1, points: 77 } }, [{ fault: "no-column", field: "points" }]],
    [{ kind: "history", mapping: { email: 1, historyPoints: 2 } }, [{ fault: "no-date" }]],
  ])("refuses the mapping %j", async (changes, faults) => {
    const file = await read(THREE);
    if (file.outcome !== "read") throw new Error(file.outcome);
    const { settings } = await view(file.id);
    if (settings === null) throw new Error("no settings");
    const row = await app.requireShop(shop);
    expect(
      await checkImport(app.services, row, { id: file.id, settings: { ...settings, ...changes } }),
    ).toEqual({
      outcome: "refused",
      faults,
    });
  });
});

describe("moving in", () => {
  test("brings balances, levels and birthdays into the books, and adds up to the point", async () => {
    const done = await moveIn(THREE, { tiers: { Gold: "silver" } });
    expect(done).toMatchObject({
      state: "applied",
      receipt: {
        shop,
        file: { name: "members.csv", rows: 3, source: "Smile" },
        accepted: { rows: 2, members: 2, points: "200", owed: "0" },
        refused: { rows: 1 },
        ledger: { transactions: 2, points: "200" },
        difference: "0",
        startedBy: "42",
      },
    });
    expect(await figures("101")).toMatchObject({ available: 120n, earned: 0n });
    expect(await figures("102")).toMatchObject({ available: 80n });
    expect(
      await sql(
        `SELECT level, record->'birthday'->>'month' AS month FROM member WHERE shop_id = $1 AND id = 101`,
      ),
    ).toEqual([{ level: "silver", month: "5" }]);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("gives each lot its old date, and rows of one customer are their lots", async () => {
    await moveIn(
      `email,points,expires_at,earned_at
anna@example.com,100,2026-08-31,2025-08-31
anna@example.com,50,2026-12-31,2025-12-31
anna@example.com,30,,2026-01-31
`,
    );
    expect(await figures("101")).toMatchObject({ available: 180n });
    const lots = await sql<{ remaining: bigint; ends: string; since: Date }>(
      `SELECT remaining, record->>'endsAt' AS ends, available_at AS since FROM lot WHERE shop_id = $1 ORDER BY available_at`,
    );
    expect(
      lots.map(({ remaining, ends, since }) => [remaining, ends, since.toISOString().slice(0, 10)]),
    ).toEqual([
      [100n, String(Date.parse("2026-08-31T23:00:00Z")), "2025-08-30"],
      [50n, String(Date.parse("2027-01-01T00:00:00Z")), "2025-12-31"],
      [30n, null, "2026-01-31"],
    ]);
  });

  test.each([
    { expiry: "programme", ends: null },
    { expiry: "never", ends: "never" },
  ] as const)("by the rule '$expiry' forgets the old dates", async ({ expiry, ends }) => {
    await moveIn("email,points,expires_at\nanna@example.com,100,2026-08-31\n", { expiry });
    expect(await sql(`SELECT record->>'endsAt' AS ends FROM lot WHERE shop_id = $1`)).toEqual([{ ends }]);
  });

  test("a balance below 0 is owed", async () => {
    const done = await moveIn("email,points\nanna@example.com,-30\nbert@example.com,100\n");
    expect(await figures("101")).toMatchObject({ available: 0n, owed: 30n });
    expect(done.receipt).toMatchObject({
      accepted: { points: "70", owed: "30" },
      ledger: { points: "70" },
      difference: "0",
    });
  });

  test("adds up beyond what a float can count", async () => {
    const most = "900719925474099301";
    const done = await moveIn(`email,points\nanna@example.com,${most}\nbert@example.com,7\n`);
    expect(done.receipt).toMatchObject({ ledger: { points: "900719925474099308" }, difference: "0" });
    expect(await figures("101")).toMatchObject({ available: BigInt(most) });
  });

  test("the same file again is the same import: nothing happens", async () => {
    const done = await moveIn(THREE);
    expect(await read(THREE, "another-name.csv")).toEqual({
      outcome: "known",
      id: done.id,
      state: "applied",
    });
    expect(await applyImport(app.services, await app.requireShop(shop), done.id)).toEqual({
      outcome: "too-late",
    });
    await run(done.id);
    expect(await figures("101")).toMatchObject({ available: 120n });
  });

  test("another file does not bring the same customer in twice, unless it is meant to", async () => {
    await moveIn(THREE);
    const second = "email,points\nanna@example.com,999\ncleo@example.com,5\n";
    const shown = await preview(second);
    expect(shown.preview).toMatchObject({ accepted: 1, refused: 1 });
    expect(shown.preview?.faults[0]?.problem).toMatch(/another import/);
    await apply(shown.id);
    expect(await figures("101")).toMatchObject({ available: 120n });
    await moveIn("email,points\nanna@example.com,1\n", { again: true });
    expect(await figures("101")).toMatchObject({ available: 121n });
  });

  test("of two files that were looked at side by side only the first brings a customer in", async () => {
    const first = await preview("email,points\nanna@example.com,120\ncleo@example.com,5\n");
    const second = await preview("email,points\nanna@example.com,130\nbert@example.com,80\n");
    const meant = await preview("email,points\nanna@example.com,1\n", { again: true });
    expect([first, second].map((shown) => shown.preview?.accepted)).toEqual([2, 2]);
    await apply(second.id);
    const done = await apply(first.id);
    expect(await figures("101")).toMatchObject({ available: 130n });
    expect(done).toMatchObject({
      state: "applied",
      receipt: {
        accepted: { rows: 1, members: 1, points: "5" },
        refused: { rows: 1 },
        ledger: { transactions: 1, points: "5" },
        difference: "0",
      },
    });
    expect(await faultyRows(first.id)).toContain("another import has brought in already");
    await apply(meant.id);
    expect(await figures("101")).toMatchObject({ available: 131n });
  });

  test("a file all of whose customers came in since its preview says so, and moves nothing", async () => {
    const first = await preview("email,points\nanna@example.com,120\n");
    await moveIn("email,points\nanna@example.com,130\n");
    expect(await applyImport(app.services, await app.requireShop(shop), first.id)).toEqual({
      outcome: "too-late",
    });
    expect((await view(first.id)).preview).toMatchObject({ accepted: 0, refused: 1 });
  });

  test("waits for its turn while another file is being moved in; history need not", async () => {
    const first = await preview("email,points\nanna@example.com,120\n");
    const second = await preview("email,points\nanna@example.com,130\nbert@example.com,80\n");
    const past = await preview(
      "customer_id,points_amount,external_note,applied_at\n101,200,Order,2025-03-01\n",
    );
    const row = await app.requireShop(shop);
    await applyImport(app.services, row, first.id);
    expect(await applyImport(app.services, row, second.id)).toEqual({ outcome: "busy" });
    expect(await applyImport(app.services, row, past.id)).toEqual({ outcome: "applying" });
    await run(first.id);
    expect((await apply(second.id)).receipt).toMatchObject({ accepted: { rows: 1, points: "80" } });
    expect(await figures("101")).toMatchObject({ available: 120n });
  });

  test("a customer named twice without lots is refused the second time", async () => {
    const shown = await preview("email,points\nanna@example.com,5\nANNA@example.com,6\n");
    expect(shown.preview).toMatchObject({ accepted: 1, refused: 1, points: "5" });
  });

  test("a crash between two batches loses nothing and doubles nothing", async () => {
    for (let n = 0; n < 700; n++) customers.set(`m${n}@example.com`, String(1000 + n));
    const text = `email,points\n${Array.from({ length: 700 }, (_, n) => `m${n}@example.com,${n + 1}`).join("\n")}\n`;
    const shown = await preview(text);
    const row = await app.requireShop(shop);
    await applyImport(app.services, row, shown.id);
    const { inShop } = app.db;
    let batches = 0;
    app.db.inShop = (shopId, work) =>
      inShop(shopId, async (tx) => {
        const result = await work(tx);
        batches += 1;
        if (batches === 2) throw new Error("killed before the commit");
        return result;
      });
    await expect(run(shown.id)).rejects.toThrow("killed");
    app.db.inShop = inShop;
    expect(
      await sql(`SELECT count(*)::int AS posted FROM import_row WHERE shop_id = $1 AND state = 'posted'`),
    ).toEqual([{ posted: 300 }]);
    expect((await run(shown.id)).receipt).toMatchObject({
      accepted: { members: 700, points: "245350" },
      ledger: { transactions: 700, points: "245350" },
      difference: "0",
    });
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("an import whose sums differ is flagged", async () => {
    const shown = await preview(THREE);
    const row = await app.requireShop(shop);
    await applyImport(app.services, row, shown.id);
    // As if something had been lost on the way: a row says more than was posted for it.
    await app.db.sql.query(
      `INSERT INTO import_row (shop_id, import_id, number, state, member_id, leader, points) VALUES ($1, $2, 99, 'posted', 7, 99, 5)`,
      [row.id, shown.id],
    );
    expect(await run(shown.id)).toMatchObject({ state: "flagged", receipt: { difference: "-5" } });
  });

  test("history is shown below the line and never counted", async () => {
    const done = await moveIn(
      "customer_id,points_amount,external_note,applied_at\n101,200,Order #7,2025-03-01\n101,-50,Redeemed,2025-04-01\n",
    );
    expect(done.state).toBe("applied");
    expect(await sql(`SELECT points, reason FROM imported_entry WHERE shop_id = $1 ORDER BY at`)).toEqual([
      { points: 200n, reason: "Order #7" },
      { points: -50n, reason: "Redeemed" },
    ]);
    expect(await sql(`SELECT 1 FROM ledger_transaction WHERE shop_id = $1`)).toEqual([]);
  });

  test("goes on to work live: the next order adds to what was brought along", async () => {
    await moveIn(THREE, { tiers: { Gold: "silver" } });
    await deliver(app.door, {
      shop,
      topic: "orders/paid",
      payload: order({ id: 9, customer: 101, total: "100.00" }),
    });
    await app.settle(shop);
    expect(await figures("101")).toMatchObject({ available: 245n, earned: 125n });
  });
});

describe("the work on a file", () => {
  const waiting = async () =>
    (
      await sql<{ id: string }>(
        `SELECT data->>'importId' AS id FROM pgboss.job
         WHERE name = 'import-members' AND state = 'created' AND (data->>'shopId')::int = $1 ORDER BY 1`,
      )
    ).map(({ id }) => id);
  const forgetJobs = () => sql(`DELETE FROM pgboss.job WHERE name = 'import-members' AND $1 > 0`);

  test("waits beside that on another of the same shop", async () => {
    const first = await preview("email,points\nanna@example.com,120\n");
    const second = await preview("email,points\nbert@example.com,130\n");
    expect(await waiting()).toEqual([first.id, second.id].sort());
  });

  test("is taken up again where its job is gone, until it is done", async () => {
    const { id } = await preview(THREE);
    await applyImport(app.services, await app.requireShop(shop), id);
    await forgetJobs();
    await enqueueLeftovers(app.services);
    expect(await waiting()).toEqual([id]);
    await run(id);
    await forgetJobs();
    await enqueueLeftovers(app.services);
    expect(await waiting()).toEqual([]);
  });

  test("rests while the app is uninstalled, and goes on when it is back", async () => {
    const { id } = await preview(THREE);
    await applyImport(app.services, await app.requireShop(shop), id);
    await sql(`UPDATE shop SET uninstalled_at = now() WHERE id = $1`);
    expect((await run(id)).state).toBe("applying");
    await forgetJobs();
    await enqueueLeftovers(app.services);
    expect(await waiting()).toEqual([]);
    await app.install(shop);
    await enqueueLeftovers(app.services);
    expect(await waiting()).toEqual([id]);
    expect((await run(id)).state).toBe("applied");
  });
});

describe("the receipt", () => {
  test("is signed, and says in words what it says in data", async () => {
    const { id } = await moveIn(THREE);
    const signed = await importReceipt(app.services, await app.requireShop(shop), id);
    if (signed === null) throw new Error("no receipt");
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: signed.publicKey }, format: "jwk" });
    const check = (text: string) =>
      verifySignature(null, Buffer.from(text), key, Buffer.from(signed.signature, "base64url"));
    expect(check(signed.receipt)).toBe(true);
    expect(check(signed.receipt.replace('"200"', '"201"'))).toBe(false);
    expect(receiptText(signed)).toMatch(/Accepted {4}2 rows of 2 members\n {12}200 points/);
    expect(receiptText(signed)).toMatch(/the sums agree to the point/);
  });
});

describe("rows that were refused", () => {
  test("come back as a file that can be mended and moved in", async () => {
    const { id } = await moveIn(
      "Email,Points,Note\nanna@example.com,many,=1+1\nbert@example.com,5,\n@x,1,-3\n",
    );
    expect(await faultyRows(id)).toBe(
      [
        "Email,Points,Note,perennial_row,perennial_column,perennial_value,perennial_problem,perennial_what_to_do",
        `anna@example.com,many,'=1+1,2,Points,many,is not a number of points,"write digits only, with ""."" before decimals where there are any"`,
        "'@x,1,-3,4,Email,'@x,is not an e-mail address,write the address as it stands in Shopify",
        "",
      ].join("\r\n"),
    );
    const mended = (await faultyRows(id)).replace("many,'=1+1", "12,").split("\r\n").slice(0, 2).join("\r\n");
    await moveIn(mended);
    expect(await figures("101")).toMatchObject({ available: 12n });
  });

  test("30 of 1,000 do not hold up the rest", async () => {
    for (let n = 0; n < 1_000; n++) customers.set(`m${n}@example.com`, String(10_000 + n));
    const rows = Array.from({ length: 1_000 }, (_, n) => {
      const bad = n % 33 === 0 && n < 33 * 30;
      return bad ? `m${n}@example.com,twelve` : `m${n}@example.com,10`;
    });
    const done = await moveIn(`email,points\n${rows.join("\n")}\n`);
    expect(done.receipt).toMatchObject({
      accepted: { rows: 970, points: "9700" },
      refused: { rows: 30 },
      ledger: { transactions: 970, points: "9700" },
      difference: "0",
    });
    expect((await faultyRows(done.id)).trimEnd().split("\r\n")).toHaveLength(31);
  });
});

describe("taking an import back", () => {
  const undo = async (id: string) => undoImport(app.services, await app.requireShop(shop), id);

  test("leaves the books as if it had never been, but for the two entries", async () => {
    const { id } = await moveIn(THREE);
    expect(await undo(id)).toEqual({ outcome: "undoing" });
    expect((await run(id)).state).toBe("undone");
    expect(await figures("101")).toMatchObject({ available: 0n });
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("is refused once somebody has used a point of it", async () => {
    const { id } = await moveIn("email,points\nanna@example.com,600\nbert@example.com,5\n");
    const row = await app.requireShop(shop);
    await handleEvent(app.services, row, {
      actor: "shopper",
      eventId: "r",
      event: { kind: "redeem", redemptionId: "R1", customerId: "101", rewardId: "five-off", code: "CODE" },
    });
    expect(await undo(id)).toEqual({ outcome: "used", members: 1 });
    expect(await figures("102")).toMatchObject({ available: 5n });
  });

  test("makes room for the same file once more", async () => {
    const { id } = await moveIn(THREE);
    await undo(id);
    await run(id);
    const again = await moveIn(THREE);
    expect(again.id).toBe(`${id}-2`);
    expect(await figures("101")).toMatchObject({ available: 120n });
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("takes history away with it", async () => {
    const { id } = await moveIn(
      "customer_id,points_amount,external_note,applied_at\n101,200,Order,2025-03-01\n",
    );
    await undo(id);
    await run(id);
    expect(await sql(`SELECT 1 FROM imported_entry WHERE shop_id = $1`)).toEqual([]);
  });
});

describe("people", () => {
  const TRACES = ["zoe@quince.example", "Annabella", "880000000101"];

  test("are forgotten by the file as soon as they are in the books", async () => {
    customers.set("zoe@quince.example", "880000000102");
    await moveIn("Name,Email,Points\nZoelinda,zoe@quince.example,5\n");
    expect(await searchEverywhere(app.db, ["zoe@quince.example", "Zoelinda"])).toEqual([]);
  });

  test("are forgotten 30 days later where their row was refused, or the file never moved in", async () => {
    customers.set("zoe@quince.example", "880000000102");
    await moveIn("email,points\nzoe@quince.example,many\nanna@example.com,5\n");
    await preview("email,points\nzoe@quince.example,7\n");
    app.clock.now += 29 * 86_400_000;
    await enqueueLeftovers(app.services);
    expect(await searchEverywhere(app.db, ["zoe@quince.example"])).not.toEqual([]);
    app.clock.now += 2 * 86_400_000;
    await enqueueLeftovers(app.services);
    expect(await searchEverywhere(app.db, ["zoe@quince.example"])).toEqual([]);
  });

  test("who are erased leave no trace in imports, whatever became of their rows", async () => {
    customers.set("zoe@quince.example", "880000000101");
    await deliver(app.door, {
      shop,
      topic: "customers/create",
      payload: customer({ id: 880000000101, email: "zoe@quince.example" }),
    });
    await app.settle(shop);
    await moveIn("email,points,referral_code,birthday\nzoe@quince.example,5,ANNABELLA-7,05-27\n");
    await moveIn(
      "customer_id,points_amount,external_note,applied_at\n880000000101,2,For Annabella,2025-03-01\n",
    );
    await preview("Name,Email,Points\nAnnabella,zoe@quince.example,many\n");
    await preview("Name,Email,Points\nAnnabella,zoe@quince.example,6\n", { again: true });
    await read("Name,Customer ID,Points\nAnnabella,gid://shopify/Customer/880000000101,7\n");
    await deliver(app.door, {
      shop,
      topic: "customers/redact",
      payload: { customer: { id: 880000000101 }, orders_to_redact: [] },
    });
    await app.settle(shop);
    expect(await searchEverywhere(app.db, [...TRACES, "annabella"])).toEqual([]);
    expect(
      await sql(`SELECT 1 FROM member WHERE shop_id = $1 AND jsonb_typeof(record->'birthday') = 'object'`),
    ).toEqual([]);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("who were erased do not come back by a file", async () => {
    await deliver(app.door, {
      shop,
      topic: "customers/redact",
      payload: { customer: { id: 101 }, orders_to_redact: [] },
    });
    await app.settle(shop);
    const shown = await preview("email,points\nanna@example.com,5\n");
    expect(shown.preview).toMatchObject({ accepted: 0, refused: 1 });
    expect(shown.preview?.faults[0]?.problem).toMatch(/erased/);
  });

  test("who were merged meanwhile have it where they are now", async () => {
    const shown = await preview("email,points\nanna@example.com,5\n");
    await deliver(app.door, { shop, topic: "customers/merge", payload: merge(102, 101) });
    await app.settle(shop);
    await apply(shown.id);
    expect(await figures("102")).toMatchObject({ available: 5n });
  });
});

describe("a file that cannot be taken in", () => {
  test("is refused with what to do, and leaves nothing behind", async () => {
    expect(await read("")).toMatchObject({
      outcome: "refused",
      why: expect.stringMatching(/empty/) as string,
    });
    expect(await read("email,points\n")).toMatchObject({ outcome: "refused" });
    expect(await sql(`SELECT 1 FROM member_import WHERE shop_id = $1`)).toEqual([]);
  });

  test("of which nothing was moved is discarded", async () => {
    const { id } = await preview(THREE);
    expect(await discardImport(app.services, await app.requireShop(shop), id)).toEqual({
      outcome: "discarded",
    });
    expect(await sql(`SELECT 1 FROM import_row WHERE shop_id = $1`)).toEqual([]);
  });

  test.each<ImportState>(["applied"])("that is %s is not", async () => {
    const { id } = await moveIn(THREE);
    expect(await discardImport(app.services, await app.requireShop(shop), id)).toEqual({
      outcome: "too-late",
    });
    const { settings } = await view(id);
    if (settings === null) throw new Error("no settings");
    expect(await tuneImport(app.services, await app.requireShop(shop), { id, settings })).toBe(false);
  });
});

test("another shop's import is nobody's here", async () => {
  const { id } = await preview(THREE);
  shop = `moving-${++shops}.myshopify.com`;
  await app.install(shop, PROGRAMME);
  expect(await showImport(app.services, await app.requireShop(shop), id)).toBeNull();
  expect(await applyImport(app.services, await app.requireShop(shop), id)).toEqual({ outcome: "too-late" });
});

test("the member's page shows history below the line, also of whoever was merged into them", async () => {
  await moveIn(
    "customer_id,points_amount,external_note,applied_at\n101,200,Order #7,2025-03-01\n102,-50,Redeemed,2025-04-01\n",
  );
  for (const id of [101, 102])
    await deliver(app.door, { shop, topic: "customers/create", payload: customer(id) });
  await deliver(app.door, { shop, topic: "customers/merge", payload: merge(102, 101) });
  await app.settle(shop);
  const row = await app.requireShop(shop);
  const page = await showMember(app.services, row, "102");
  if (page.outcome !== "found") throw new Error(page.outcome);
  const asked = readTimelineQuery("102", new URLSearchParams("show=moves"));
  const { entries } = await showTimeline(app.services, row, { ...asked, ...page.view.member });
  expect(entries.filter(({ of }) => of === "before")).toMatchObject([
    { points: "-50", reason: "Redeemed" },
    { points: "200", reason: "Order #7" },
  ]);
  expect(page.view.figures.available).toBe("0");
});

test("what was moved in and taken back, played again, ends at the ledger", async () => {
  const { id } = await moveIn(THREE, { tiers: { Gold: "silver" } });
  await moveIn("email,points\ncleo@example.com,70\n");
  await undoImport(app.services, await app.requireShop(shop), id);
  await run(id);
  const told = await backtestShop(app.services, await app.requireShop(shop), { draft: null });
  expect(told?.ledger).toMatchObject({ equal: true, members: 3, differences: [] });
  expect(await figures("103")).toMatchObject({ available: 70n });
});
