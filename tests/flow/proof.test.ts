import { createPublicKey, hash, verify } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { rootFrom } from "../../app/loyalty/merkle.ts";
import type { Receipt } from "../../app/loyalty/receipt.ts";
import { hashOfSeal } from "../../app/loyalty/seal.ts";
import type { HeadStatement } from "../../app/loyalty/signed-head.ts";
import { proofsDoor } from "../../app/proofs.server.ts";
import { headSigner } from "../../app/use-cases/proof/head-signer.ts";
import { issueReceipt } from "../../app/use-cases/proof/issue-receipt.ts";
import { proveLedger } from "../../app/use-cases/proof/prove-ledger.ts";
import { sealLedger } from "../../app/use-cases/seal-ledger.ts";
import { enqueueLeftovers } from "../../app/use-cases/enqueue-leftovers.ts";
import { listLeftovers } from "../../app/db/leftovers.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { programme, startPerennialInTest, verified, type TestPerennial } from "../support/perennial.ts";

const SIGNER = headSigner("a secret of this test");
const APP_URL = "https://perennial.example";
const DAY = 86_400_000;

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  shop = await app.install(`proof-${++shops}.myshopify.com`, programme());
});

async function buy(id: number, customer: number, total = "10.00"): Promise<void> {
  const payload = order({ id, customer, total });
  await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload });
  await app.settle(shop.domain);
}

async function receiptOf(memberId: string): Promise<Receipt> {
  const issued = await issueReceipt(app.services, { signer: SIGNER, appUrl: APP_URL }, { shop, memberId });
  if (issued === null) throw new Error(`no receipt for ${memberId}`);
  return issued.receipt;
}

const published = async (path = `/proofs/${shop.domain}`) =>
  proofsDoor(app.services)(new Request(`${APP_URL}${path}`));

interface Published {
  heads: { statement: string; publicKey: string; signature: string }[];
}

function isSigned({ statement, publicKey, signature }: Published["heads"][number]): boolean {
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
  return verify(null, Buffer.from(statement), key, Buffer.from(signature, "base64url"));
}

describe("a signed head", () => {
  test("is made once a day of what was sealed since, and published for everybody", async () => {
    await buy(1, 70);
    expect(await proveLedger(app.services, SIGNER, shop.id)).toMatchObject({ ok: true });
    await buy(2, 71);
    await proveLedger(app.services, SIGNER, shop.id);
    await proveLedger(app.services, SIGNER, shop.id);
    const answer = await published();
    expect(answer.headers.get("Cache-Control")).toMatch(/^public/);
    const { heads } = (await answer.json()) as Published;
    expect(heads).toHaveLength(2);
    const statements = heads.map(({ statement }) => JSON.parse(statement) as HeadStatement);
    expect(statements).toMatchObject([
      { shop: shop.domain, number: 2, firstSeal: 2, lastSeal: 2 },
      { number: 1, firstSeal: 1, previous: "" },
    ]);
    expect(statements[0]?.previous).toBe(hash("sha256", heads[1]?.statement ?? ""));
    expect(heads.every(isSigned)).toBe(true);
  });

  test("is by a key that the database does not hold, and that another secret replaces", async () => {
    expect(headSigner("a secret of this test").publicKey).toBe(SIGNER.publicKey);
    const other = headSigner("another secret");
    expect(other.publicKey).not.toBe(SIGNER.publicKey);
    await buy(1, 70);
    await proveLedger(app.services, SIGNER, shop.id);
    await buy(2, 70);
    await proveLedger(app.services, other, shop.id);
    const { heads } = (await (await published()).json()) as Published;
    expect(heads.map(({ publicKey }) => publicKey)).toEqual([other.publicKey, SIGNER.publicKey]);
    expect(heads.every(isSigned)).toBe(true);
  });

  test("is due when something was sealed, and again every day, whatever was signed for receipts meanwhile", async () => {
    const isDue = async () =>
      (await listLeftovers(app.db.sql, app.clock.now)).find(({ shopId }) => shopId === shop.id)?.unproved ??
      false;
    expect(await isDue()).toBe(false);
    await buy(1, 70);
    await sealLedger(app.services, shop.id);
    expect(await isDue()).toBe(true);
    await receiptOf("70");
    expect(await isDue()).toBe(true);
    await enqueueLeftovers(app.services);
    await proveLedger(app.services, SIGNER, shop.id);
    await buy(2, 70);
    await sealLedger(app.services, shop.id);
    expect(await isDue()).toBe(false);
    app.clock.now += DAY + 1;
    expect(await isDue()).toBe(true);
    app.clock.now -= DAY + 1;
  });

  test("is not made of a ledger that is not whole; what is wrong is kept and told", async () => {
    await buy(1, 70);
    await app.db.sql.query(`UPDATE member SET earned = earned + 1 WHERE shop_id = $1`, [shop.id]);
    expect(await proveLedger(app.services, SIGNER, shop.id)).toMatchObject({ ok: false });
    expect(((await (await published()).json()) as Published).heads).toEqual([]);
    const [kept] = await app.db.sql.query(`SELECT fault FROM verification WHERE shop_id = $1`, [shop.id]);
    expect(kept).toMatchObject({ fault: expect.stringMatching(/figures/) as string });
    expect(app.complaints.pop()).toMatch(/not as it was written/);
  });

  test.each(["/proofs/", "/proofs/unknown.myshopify.com", "/proofs/..%2f", "/proofs/a.example.com"])(
    "is not to be had at %s",
    async (path) => {
      expect((await published(path)).status).toBe(404);
    },
  );
});

/** What `docs/receipts.md` asks of whoever checks a receipt, without a line of what made it. */
function faultOf(receipt: Receipt): string | null {
  const { seal, signed } = receipt;
  for (const [place, { canonical, previousHash, hash: written }] of receipt.transactions.entries()) {
    if (hash("sha256", `${previousHash}\n${canonical}`) !== written) return `transaction ${place + 1}`;
    if (previousHash !== (receipt.transactions[place - 1]?.hash ?? "")) return `link ${place + 1}`;
  }
  if (seal === null || signed === null) return "no proof";
  const leaf = JSON.stringify([receipt.pseudonym, seal.seq, receipt.transactions[seal.seq - 1]?.hash]);
  if (hashOfSeal({ ...seal, root: rootFrom(leaf, seal.path) }) !== seal.hash) return "seal";
  const statement = JSON.parse(signed.statement) as HeadStatement;
  if (rootFrom(seal.hash, signed.path) !== statement.root) return "root";
  return isSigned(signed) ? null : "signature";
}

describe("a receipt", () => {
  test("leads from every transaction over the seal to the signature", async () => {
    for (let id = 1; id <= 9; id++) await buy(id, 70 + (id % 3), `${id}0.00`);
    for (const member of ["70", "71", "72"]) {
      const receipt = await receiptOf(member);
      expect(faultOf(receipt)).toBeNull();
      expect(receipt.transactions).toHaveLength(3);
      expect(receipt.seal?.seq).toBe(3);
    }
    expect((await receiptOf("70")).balances).toMatchObject({ available: "180", earned: "180", owed: "0" });
  });

  test("shows nothing of the others, and no name", async () => {
    await buy(1, 70);
    await buy(2, 71);
    const [mine, theirs] = [await receiptOf("70"), await receiptOf("71")];
    expect(JSON.stringify(mine)).not.toContain(theirs.pseudonym);
    expect(JSON.stringify(mine.transactions)).not.toMatch(/"70"/);
  });

  test("of a day ago is as right as ever after more was bought, sealed and signed", async () => {
    await buy(1, 70);
    const before = await receiptOf("70");
    await buy(2, 70);
    app.clock.now += DAY;
    expect(faultOf(before)).toBeNull();
    expect(faultOf(await receiptOf("70"))).toBeNull();
    app.clock.now -= DAY;
  });

  test("stays right, and so do signed heads, when somebody else is erased", async () => {
    await buy(1, 70);
    await buy(2, 71);
    const before = await receiptOf("70");
    const payload = { shop_domain: shop.domain, customer: { id: 71 }, orders_to_redact: [2] };
    await deliver(app.door, { shop: shop.domain, topic: "customers/redact", payload });
    await app.settle(shop.domain);
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true });
    expect(faultOf(before)).toBeNull();
    expect(faultOf(await receiptOf("70"))).toBeNull();
    const { heads } = (await (await published()).json()) as Published;
    expect(heads.every(isSigned)).toBe(true);
    const [row] = await app.db.sql.query<{ hash: string }>(
      `SELECT hash FROM seal WHERE shop_id = $1 ORDER BY number DESC LIMIT 1`,
      [shop.id],
    );
    expect((JSON.parse(heads[0]?.statement ?? "") as HeadStatement).head).toBe(row?.hash);
  });

  test("is nobody's whom the shop does not know", async () => {
    const of = { shop, memberId: "999" };
    expect(await issueReceipt(app.services, { signer: SIGNER, appUrl: APP_URL }, of)).toBeNull();
  });

  test("is not signed anew for whoever asks again and again", async () => {
    for (let id = 1; id <= 4; id++) {
      await buy(id, 70);
      await receiptOf("70");
    }
    expect(((await (await published()).json()) as Published).heads).toHaveLength(1);
  });
});
