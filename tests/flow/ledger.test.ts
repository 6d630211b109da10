import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { verifyLedger } from "../../app/use-cases/verify-ledger.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
let shop: string;
let shopId: number;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

/** Two members with four transactions each, sealed. */
beforeEach(async () => {
  shop = `ledger-${++shops}.myshopify.com`;
  shopId = (await app.install(shop, programme())).id;
  for (let id = 1; id <= 8; id++)
    await deliver(app.door, {
      shop,
      topic: "orders/paid",
      payload: order({ id, customer: 70 + (id % 2), total: `${id}0.00` }),
    });
  await app.settle(shop);
  expect(await verify()).toMatchObject({ ok: true, transactions: 8, sum: 0n });
});

const verify = async () => verifyLedger(app.services, await app.requireShop(shop));
const sql = (text: string, parameters: unknown[] = []) => app.db.sql.query(text, [shopId, ...parameters]);

describe("the database refuses", () => {
  test.each([
    ["a change of a transaction", `UPDATE ledger_transaction SET kind = 'adjust' WHERE shop_id = $1`],
    ["a change of a posting", `UPDATE posting SET points = points + 1 WHERE shop_id = $1`],
    ["a change of a seal", `UPDATE seal SET hash = '' WHERE shop_id = $1`],
    ["a transaction's removal", `DELETE FROM ledger_transaction WHERE shop_id = $1`],
    ["a posting's removal", `DELETE FROM posting WHERE shop_id = $1`],
    ["a seal's removal", `DELETE FROM seal WHERE shop_id = $1`],
  ])("%s", async (_, statement) => {
    await expect(sql(statement)).rejects.toThrow(/append-only/);
    expect(await verify()).toMatchObject({ ok: true });
  });

  test("changes other than of the id, also while a person is erased", async () => {
    const change = app.db.inShop(shopId, async (tx) => {
      await tx.query(`SELECT set_config('perennial.erasing_member', '70', true)`);
      await tx.query(`UPDATE posting SET member_id = -1, points = 1 WHERE shop_id = $1 AND member_id = 70`, [
        shopId,
      ]);
    });
    await expect(change).rejects.toThrow(/append-only/);
  });

  test("the removal of another shop's rows, while a shop is erased", async () => {
    const other = (await app.install(`other-${shop}`, programme())).id;
    const removal = app.db.inShop(other, async (tx) => {
      await tx.query(`SELECT set_config('perennial.erasing_shop', $1, true)`, [String(other)]);
      await tx.query(`DELETE FROM posting WHERE shop_id = $1`, [shopId]);
    });
    await expect(removal).rejects.toThrow(/append-only/);
  });

  test.each([
    ["a balance below 0", `UPDATE member SET available = -1 WHERE shop_id = $1`, /member_never_negative/],
    ["pending points below 0", `UPDATE member SET pending = -1 WHERE shop_id = $1`, /member_never_negative/],
    ["held points below 0", `UPDATE member SET held = -1 WHERE shop_id = $1`, /member_never_negative/],
    ["a debt below 0", `UPDATE member SET owed = -1 WHERE shop_id = $1`, /member_never_negative/],
    ["a lot below 0", `UPDATE lot SET remaining = -1 WHERE shop_id = $1`, /lot_never_negative/],
    [
      "a posting of nothing",
      `INSERT INTO posting (shop_id, transaction_id, n, member_id, debit, credit, points) VALUES ($1, 1, 9, 70, 'earnings', 'available', 0)`,
      /posting_moves_points/,
    ],
    [
      "a posting from an account to itself",
      `INSERT INTO posting (shop_id, transaction_id, n, member_id, debit, credit, points) VALUES ($1, 1, 9, 70, 'held', 'held', 5)`,
      /posting_moves_points/,
    ],
  ])("%s", async (_, statement, fault) => {
    await expect(sql(statement)).rejects.toThrow(fault);
  });
});

/** As somebody could who has the database itself, and switches its guards off. */
async function tamper(...statements: string[]): Promise<void> {
  await app.db.sql.transaction(async (tx) => {
    for (const table of ["ledger_transaction", "posting", "seal"])
      await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const statement of statements) await tx.query(statement.replaceAll(":shop", String(shopId)));
    for (const table of ["ledger_transaction", "posting", "seal"])
      await tx.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  });
}

const SECOND = `shop_id = :shop AND member_id = 70 AND seq = 2`;
const OF_SECOND = `shop_id = :shop AND transaction_id = (SELECT id FROM ledger_transaction WHERE ${SECOND})`;
/** A transaction of nobody knows whom, well made but for its chain. */
const insertFor = (member: string, seq: number) =>
  `INSERT INTO ledger_transaction (shop_id, member_id, seq, key, kind, at, recorded_at, event_id, actor, version, explanation, previous_hash, hash)
   SELECT shop_id, ${member}, ${seq}, 'forged', kind, at, recorded_at, event_id, actor, version, explanation, previous_hash, hash
   FROM ledger_transaction WHERE ${SECOND}`;

describe("the verifier names", () => {
  test.each<[string, string[], RegExp]>([
    [
      "points that were changed",
      [`UPDATE posting SET points = points + 1 WHERE ${OF_SECOND}`],
      /transaction 2 \(order:4:1\): changed/,
    ],
    [
      "an account that was changed",
      [`UPDATE posting SET debit = 'adjustments' WHERE ${OF_SECOND}`],
      /transaction 2 \(order:4:1\): changed/,
    ],
    [
      "a reason that was changed",
      [
        `UPDATE ledger_transaction SET explanation = replace(explanation, '"posted":"0"', '"posted":"1"') WHERE ${SECOND}`,
      ],
      /transaction 2 \(order:4:1\): changed/,
    ],
    [
      "a time that was changed",
      [`UPDATE ledger_transaction SET at = at + interval '1 s' WHERE ${SECOND}`],
      /transaction 2 \(order:4:1\): changed/,
    ],
    [
      "who did it, changed",
      [`UPDATE ledger_transaction SET actor = 'nobody' WHERE ${SECOND}`],
      /transaction 2 \(order:4:1\): changed/,
    ],
    [
      "a posting that was removed",
      [`DELETE FROM posting WHERE ${OF_SECOND}`],
      /transaction 2 \(order:4:1\): changed/,
    ],
    [
      "a posting that was added",
      [
        `INSERT INTO posting SELECT shop_id, transaction_id, n + 50, member_id, debit, credit, 1, lot_id, order_id FROM posting WHERE ${OF_SECOND} LIMIT 1`,
      ],
      /transaction 2 \(order:4:1\): changed/,
    ],
    [
      "a transaction that was removed",
      [`DELETE FROM posting WHERE ${OF_SECOND}`, `DELETE FROM ledger_transaction WHERE ${SECOND}`],
      /transaction 2: removed/,
    ],
    [
      "the last one removed",
      [`DELETE FROM ledger_transaction WHERE shop_id = :shop AND member_id = 70 AND seq = 4`],
      /transaction 4: removed/,
    ],
    [
      "two that were swapped",
      [
        `UPDATE ledger_transaction SET seq = 99 WHERE shop_id = :shop AND member_id = 70 AND seq = 2`,
        `UPDATE ledger_transaction SET seq = 2 WHERE shop_id = :shop AND member_id = 70 AND seq = 3`,
        `UPDATE ledger_transaction SET seq = 3 WHERE shop_id = :shop AND member_id = 70 AND seq = 99`,
      ],
      /transaction 2 \(order:6:1\): swapped/,
    ],
    ["one that was inserted", [insertFor("70", 5)], /transaction 5 \(forged\)/],
    ["one of a member who does not exist, below all", [insertFor("1", 1)], /forged|no member/],
    ["one of a member who does not exist, above all", [insertFor("999999", 1)], /forged|no member/],
    [
      "a balance that was raised",
      [`UPDATE member SET available = available + 1 WHERE shop_id = :shop AND id = 70`],
      /member 70.*figures/,
    ],
    [
      "earnings that were raised",
      [`UPDATE member SET earned = earned + 1 WHERE shop_id = :shop AND id = 70`],
      /member 70.*figures/,
    ],
    [
      "a lot that was raised",
      [
        `UPDATE lot SET remaining = remaining + 1 WHERE shop_id = :shop AND id = (SELECT min(id) FROM lot WHERE shop_id = :shop)`,
      ],
      /lots/,
    ],
    [
      "a member who was removed whole",
      [
        `DELETE FROM posting WHERE shop_id = :shop AND member_id = 70`,
        `DELETE FROM ledger_transaction WHERE shop_id = :shop AND member_id = 70`,
        `DELETE FROM lot WHERE shop_id = :shop AND member_id = 70`,
        `DELETE FROM member WHERE shop_id = :shop AND id = 70`,
      ],
      /removed, although sealed/,
    ],
    ["all seals removed", [`DELETE FROM seal WHERE shop_id = :shop`], /member 70: is not as it was sealed/],
    [
      "a seal that was changed",
      [`UPDATE seal SET heads = '[]' WHERE shop_id = :shop AND number = 1`],
      /seal 1/,
    ],
    [
      "postings without a transaction",
      [
        `INSERT INTO posting (shop_id, transaction_id, n, member_id, debit, credit, points) VALUES (:shop, 0, 0, 70, 'earnings', 'merges', 5)`,
      ],
      /posting/,
    ],
  ])("%s", async (_, statements, fault) => {
    await tamper(...statements);
    const result = await verify();
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? "" : result.fault).toMatch(fault);
  });

  test("nothing in another shop", async () => {
    const other = await app.install(`other-${shop}`, programme());
    await tamper(`UPDATE posting SET points = points + 1 WHERE ${OF_SECOND}`);
    expect(await verifyLedger(app.services, other)).toMatchObject({ ok: true });
  });
});

test("a ledger that grows while it is read is not blamed for it", async () => {
  const row = await app.requireShop(shop);
  let verifying = true;
  const growing = (async () => {
    for (let n = 0; verifying; n++) {
      const event = {
        kind: "adjust",
        customerId: String(70 + (n % 2)),
        points: 1n,
        reason: "test",
        key: `${shop}-${n}`,
      } as const;
      await handleEvent(app.services, row, { event, actor: "42", eventId: `${n}` });
    }
  })();
  const found: unknown[] = [];
  for (let round = 0; round < 15; round++) found.push(await verify());
  verifying = false;
  await growing;
  for (const verification of found) expect(verification).toMatchObject({ ok: true, sum: 0n });
});
