import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listChains } from "../../app/db/ledger.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { readAsOfOneInstant } from "../../app/db/snapshot.ts";
import { hashOf } from "../../app/loyalty/hash.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { checkInBulk } from "../../app/use-cases/check-in-bulk.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { headSigner } from "../../app/use-cases/proof/head-signer.ts";
import { proveLedger } from "../../app/use-cases/proof/prove-ledger.ts";
import { sealLedger } from "../../app/use-cases/seal-ledger.ts";
import { verifyLedger } from "../../app/use-cases/verify-ledger.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const SIGNER = headSigner("a secret of this test");
const GUARDED = ["ledger_transaction", "posting", "seal", "signed_head"];

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

/** Two members with four orders each, sealed in three parts and signed twice. */
beforeEach(async () => {
  shop = await app.install(`tampered-${++shops}.myshopify.com`, programme());
  for (let id = 1; id <= 8; id++) {
    await tell("orders/paid", order({ id, customer: 70 + (id % 2), total: `${id}0.00` }));
    if (id === 3) await proveLedger(app.services, SIGNER, shop.id);
    if (id === 6) await sealLedger(app.services, shop.id);
  }
  expect(await proveLedger(app.services, SIGNER, shop.id)).toMatchObject({
    ok: true,
    transactions: 8,
    sum: 0n,
  });
});

async function tell(topic: string, payload: unknown): Promise<void> {
  await deliver(app.door, { shop: shop.domain, topic, payload });
  await app.settle(shop.domain);
}

const verify = () => verifyLedger(app.services, shop);
const faultFound = async () => {
  const found = await verify();
  return found.ok ? "" : found.fault;
};
/** Whether all is said to be right by the database alone, without the rows being read one by one. */
const isWholeInBulk = async () =>
  (await readAsOfOneInstant(app.db, shop.id, (readers) => checkInBulk(readers))).isWhole;

/** As somebody could who has the database itself, and switches its guards off. */
async function tamper(...statements: string[]): Promise<void> {
  await app.db.sql.transaction(async (tx) => {
    for (const table of GUARDED) await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const statement of statements) await tx.query(statement.replaceAll(":shop", String(shop.id)));
    for (const table of GUARDED) await tx.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  });
}

const SECOND = `shop_id = :shop AND member_id = 70 AND seq = 2`;
const ID_OF_SECOND = `(SELECT id FROM ledger_transaction WHERE ${SECOND})`;
describe("what was changed, removed, inserted or swapped is found and named:", () => {
  test.each<[string, string[], RegExp]>([
    [
      "a posting's lot",
      [`UPDATE posting SET lot_id = 'other' WHERE shop_id = :shop AND transaction_id = ${ID_OF_SECOND}`],
      /member 70, transaction 2 \(order:4:1\): changed/,
    ],
    [
      "a posting's order",
      [`UPDATE posting SET order_id = 99 WHERE shop_id = :shop AND transaction_id = ${ID_OF_SECOND}`],
      /transaction 2 \(order:4:1\): changed/,
    ],
    [
      "a posting's member",
      [`UPDATE posting SET member_id = 71 WHERE shop_id = :shop AND transaction_id = ${ID_OF_SECOND}`],
      /posting 0 of transaction order:4:1, which is of another member/,
    ],
    [
      "a transaction's key",
      [`UPDATE ledger_transaction SET key = 'order:44:1' WHERE ${SECOND}`],
      /transaction 2 \(order:44:1\): changed/,
    ],
    [
      "a transaction's version",
      [`UPDATE ledger_transaction SET version = 2 WHERE ${SECOND}`],
      /transaction 2 .*: changed/,
    ],
    [
      "a transaction's event",
      [`UPDATE ledger_transaction SET event_id = 'x' WHERE ${SECOND}`],
      /transaction 2 .*: changed/,
    ],
    [
      "a transaction's hash",
      [`UPDATE ledger_transaction SET hash = repeat('0', 64) WHERE ${SECOND}`],
      /transaction 2 .*: changed/,
    ],
    [
      "a transaction's link",
      [`UPDATE ledger_transaction SET previous_hash = '' WHERE ${SECOND}`],
      /transaction 2 .*: changed/,
    ],
    [
      "a transaction given to another",
      [`UPDATE ledger_transaction SET member_id = 71, seq = 9 WHERE ${SECOND}`],
      /member 70, transaction 2: removed/,
    ],
    [
      "the first removed",
      [
        `DELETE FROM posting WHERE shop_id = :shop AND transaction_id = (SELECT id FROM ledger_transaction WHERE shop_id = :shop AND member_id = 70 AND seq = 1)`,
        `DELETE FROM ledger_transaction WHERE shop_id = :shop AND member_id = 70 AND seq = 1`,
      ],
      /member 70, transaction 1: removed/,
    ],
    [
      "two postings swapped",
      [
        `UPDATE posting SET points = CASE points WHEN 20 THEN 40 ELSE 20 END WHERE shop_id = :shop AND member_id = 70 AND points IN (20, 40)`,
      ],
      /member 70, transaction 1 \(order:2:1\): changed/,
    ],
    [
      "a seal's heads",
      [`UPDATE seal SET heads = jsonb_set(heads, '{0,1}', '1') WHERE shop_id = :shop AND number = 3`],
      /seal 3: was changed/,
    ],
    [
      "a seal's hash",
      [`UPDATE seal SET hash = repeat('0', 64) WHERE shop_id = :shop AND number = 2`],
      /seal 2: was changed/,
    ],
    [
      "a seal removed",
      [`DELETE FROM seal WHERE shop_id = :shop AND number = 2`],
      /seal 3: seal 2 is missing/,
    ],
    [
      "the last seal removed",
      [`DELETE FROM seal WHERE shop_id = :shop AND number = 3`],
      /signed head 2: does not agree with the seals/,
    ],
    [
      "a seal inserted",
      [
        `INSERT INTO seal (shop_id, number, at, heads, previous_hash, hash) SELECT shop_id, 4, at, heads, hash, repeat('0', 64) FROM seal WHERE shop_id = :shop AND number = 3`,
      ],
      /seal 4: was changed/,
    ],
    [
      "two seals swapped",
      [
        `UPDATE seal SET number = 99 WHERE shop_id = :shop AND number = 1`,
        `UPDATE seal SET number = 1 WHERE shop_id = :shop AND number = 2`,
        `UPDATE seal SET number = 2 WHERE shop_id = :shop AND number = 99`,
      ],
      /seal 1: does not follow the seal before/,
    ],
    [
      "a signed statement",
      [
        `UPDATE signed_head SET statement = replace(statement, '"number":1', '"number":7') WHERE shop_id = :shop AND number = 1`,
      ],
      /signed head 1: its signature is not of its statement/,
    ],
    [
      "a signature",
      [`UPDATE signed_head SET signature = '' WHERE shop_id = :shop AND number = 2`],
      /signed head 2: its signature/,
    ],
    [
      "a signed head removed",
      [`DELETE FROM signed_head WHERE shop_id = :shop AND number = 1`],
      /signed head 2: signed head 1 is missing/,
    ],
    [
      "pending points",
      [`UPDATE member SET pending = pending + 1 WHERE shop_id = :shop AND id = 71`],
      /member 71, transaction 4: figures/,
    ],
    [
      "held points",
      [`UPDATE member SET held = held + 1 WHERE shop_id = :shop AND id = 71`],
      /member 71, transaction 4: figures/,
    ],
    [
      "a debt",
      [`UPDATE member SET owed = owed + 1 WHERE shop_id = :shop AND id = 71`],
      /member 71, transaction 4: figures/,
    ],
    [
      "what was redeemed",
      [`UPDATE member SET redeemed = redeemed + 1 WHERE shop_id = :shop AND id = 71`],
      /figures/,
    ],
    [
      "what expired",
      [`UPDATE member SET expired = expired + 1 WHERE shop_id = :shop AND id = 71`],
      /figures/,
    ],
    [
      "points moved between two members",
      [`UPDATE member SET available = available + CASE id WHEN 70 THEN 1 ELSE -1 END WHERE shop_id = :shop`],
      /member 70, transaction 4: figures/,
    ],
    [
      "how long a chain is",
      [`UPDATE member SET seq = seq - 1 WHERE shop_id = :shop AND id = 71`],
      /member 71, transaction 4 .*: inserted/,
    ],
    [
      "a chain's head",
      [`UPDATE member SET head = '' WHERE shop_id = :shop AND id = 71`],
      /member 71, transaction 4 .*: changed/,
    ],
    [
      "a lot removed",
      [
        `DELETE FROM lot WHERE shop_id = :shop AND id = (SELECT min(id) FROM lot WHERE shop_id = :shop AND member_id = 70)`,
      ],
      /member 70, transaction 4: lots/,
    ],
    [
      "a lot inserted",
      [
        `INSERT INTO lot SELECT shop_id, 'forged', member_id, order_id, available_at, 5, 0, record FROM lot WHERE shop_id = :shop AND member_id = 70 LIMIT 1`,
      ],
      /member 70, transaction 4: lots/,
    ],
    [
      "points moved between two lots",
      [
        `UPDATE lot SET remaining = remaining + CASE remaining WHEN 20 THEN 1 ELSE -1 END WHERE shop_id = :shop AND member_id = 70 AND remaining IN (20, 40)`,
      ],
      /member 70, transaction 4: lots/,
    ],
    [
      "what is posted for an order",
      [`UPDATE "order" SET posted = posted + 1 WHERE shop_id = :shop AND id = 5`],
      /order 5: its points are not the sum of its postings/,
    ],
    [
      "what an order's record says",
      [
        `UPDATE "order" SET record = jsonb_set(record, '{shares,0,posted}', '{"$n": "99"}') WHERE shop_id = :shop AND id = 5`,
      ],
      /order 5/,
    ],
    [
      "what is pending of an order",
      [`UPDATE "order" SET pending = 5 WHERE shop_id = :shop AND id = 5`],
      /order 5/,
    ],
    ["an order removed", [`DELETE FROM "order" WHERE shop_id = :shop AND id = 5`], /order 5/],
  ])("%s", async (_, statements, fault) => {
    await tamper(...statements);
    expect(await faultFound()).toMatch(fault);
  });

  /** From the entry on every hash is right again, as only somebody makes it who knows how. */
  async function forgeChain(memberId: string, seq: number): Promise<void> {
    const [member] = await app.db.sql.query<{ pseudonym: string }>(
      `SELECT pseudonym FROM member WHERE shop_id = $1 AND id = $2`,
      [shop.id, memberId],
    );
    let previousHash = "";
    const statements: string[] = [];
    for (const row of await listChains(app.db.sql, shop.id, { from: memberId, to: memberId })) {
      const written = row.seq < seq ? row.hash : hashOf({ ...row, previousHash }, member?.pseudonym ?? "");
      statements.push(
        `UPDATE ledger_transaction SET previous_hash = '${previousHash}', hash = '${written}' WHERE shop_id = :shop AND id = ${row.id}`,
      );
      previousHash = written;
    }
    await tamper(
      ...statements,
      `UPDATE member SET head = '${previousHash}' WHERE shop_id = :shop AND id = ${memberId}`,
    );
  }

  test("a chain written anew with right hashes, by the shop's seals", async () => {
    await tamper(`UPDATE ledger_transaction SET actor = 'nobody' WHERE ${SECOND}`);
    await forgeChain("70", 2);
    expect(await isWholeInBulk()).toBe(true);
    expect(await faultFound()).toMatch(/member 70: is not as it was sealed/);
  });

  test("chain and seals written anew, by what was signed", async () => {
    await tamper(`UPDATE ledger_transaction SET actor = 'nobody' WHERE ${SECOND}`);
    await forgeChain("70", 2);
    await tamper(
      `DELETE FROM seal WHERE shop_id = :shop`,
      `UPDATE member SET sealed_seq = 0 WHERE shop_id = :shop`,
    );
    await sealLedger(app.services, shop.id);
    expect(await faultFound()).toMatch(/signed head 1: does not agree with the seals/);
  });

  test("nothing where nothing was done, by the database alone", async () => {
    expect(await isWholeInBulk()).toBe(true);
    expect(await verify()).toMatchObject({ ok: true, transactions: 8, unsealed: 0 });
  });
});

test("postings that change their places between two members with all sums as they were, by whose they are", async () => {
  shop = await app.install(`places-${shops}.myshopify.com`, programme({ points: { pendingDays: 14 } }));
  for (const [id, member] of [
    [1, 70],
    [2, 71],
  ] as const)
    await tell("orders/paid", order({ id, customer: member }));
  expect(await verify()).toMatchObject({ ok: true });
  await tamper(
    `UPDATE posting SET member_id = CASE member_id WHEN 70 THEN 71 ELSE 70 END WHERE shop_id = :shop`,
  );
  expect(await faultFound()).toMatch(/posting 0 of transaction order:1:1, which is of another member/);
});

test("the database and the core hash alike whatever stands in a row", async () => {
  const reward = { id: "five-off", kind: "amount", cost: 30, value: "5.00", codeDays: 30 };
  const rules = [
    { id: "purchase", on: "order", rate: { points: 1, per: "3.00" } },
    { id: "welcome", on: "signup", bonus: 25 },
  ];
  shop = await app.install(
    `letters-${shops}.myshopify.com`,
    programme({ rewards: [reward], earning: { rules }, points: { pendingDays: 14 } }),
  );
  await tell("customers/create", customer({ id: 7, firstName: "Ann" }));
  const title = '“Änne’s” "Hosta"\\ \t\n\u0001\u007f\u2028 猫 🌱';
  for (let id = 11; id <= 13; id++) {
    const lines = [{ price: "100.00", title }];
    await tell(
      "orders/paid",
      order({ id, customer: id === 13 ? 8 : 7, lines, name: `#${id} "x"`, at: "2026-06-01T09:00:00.123Z" }),
    );
  }
  for (const points of [9_007_199_254_740_993n, -5n]) {
    const adjustment = {
      memberId: "7",
      points,
      reason: title,
      key: `k "${points}"`,
      actor: `42 "\\`,
      role: "owner",
    } as const;
    await adjustPoints(app.services, shop, adjustment);
  }
  const redeem = {
    kind: "redeem",
    redemptionId: `r "1"`,
    customerId: "7",
    rewardId: "five-off",
    code: "C-1",
  } as const;
  await handleEvent(app.services, shop, { event: redeem, actor: "shopper", eventId: "e\n" });
  await tell("refunds/create", refund({ id: 5, order: 11, lines: [{ subtotal: "50.00" }] }));
  await tell("customers/merge", merge(7, 8));
  app.clock.now += 90 * 86_400_000;
  await app.settle(shop.domain);
  expect(await isWholeInBulk()).toBe(true);
  const found = await verify();
  expect(found).toMatchObject({ ok: true, sum: 0n });
  expect(found.ok ? found.transactions : 0).toBeGreaterThan(10);
  await tell("customers/redact", { shop_domain: shop.domain, customer: { id: 7 }, orders_to_redact: [11] });
  expect(await isWholeInBulk()).toBe(true);
  app.clock.now -= 90 * 86_400_000;
});

test("a ledger whose explanations were written with other white space is whole, and found so by reading it", async () => {
  await tamper(
    `UPDATE ledger_transaction SET explanation = (explanation::jsonb)::text WHERE shop_id = :shop`,
  );
  expect(await isWholeInBulk()).toBe(false);
  expect(await verify()).toMatchObject({ ok: true, transactions: 8 });
});
