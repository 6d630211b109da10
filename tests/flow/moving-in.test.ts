import { createPublicKey, verify as verifySignature } from "node:crypto";
import { describe, expect, test } from "vitest";
import { applyImport } from "../../app/use-cases/moving-in/change-import.ts";
import { receiptText } from "../../app/use-cases/moving-in/import-receipt.ts";
import { importReceipt } from "../../app/use-cases/moving-in/show-import.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { verified } from "../support/perennial.ts";
import {
  app,
  shop,
  customers,
  startMovingIn,
  read,
  run,
  view,
  preview,
  apply,
  faultyRows,
  sql,
  moveIn,
  figures,
  THREE,
} from "../support/moving-in.ts";

startMovingIn();

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
