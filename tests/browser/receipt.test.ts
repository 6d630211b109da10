import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hash } from "node:crypto";
import { canonicalJson } from "../../app/loyalty/hash.ts";
import type { Receipt } from "../../app/loyalty/receipt.ts";
import { renderReceipt } from "../../app/member-proofs.server.ts";
import { whyLanguage } from "../../app/texts/why/why-language.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { headSigner } from "../../app/use-cases/proof/head-signer.ts";
import { accessibilityFaults, openBrowser, overflow, USER_AGENT } from "../helpers/browser.ts";
import { sealLedger } from "../../app/use-cases/seal-ledger.ts";
import { deliver } from "../support/deliver.ts";
import { order, refund } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const SHOP = "receipt.myshopify.com";
const CHECKER = pathToFileURL(join(import.meta.dirname, "../../public/check-receipt.html")).href;
const TERMS = { signer: headSigner("a secret of this test"), appUrl: "https://perennial.example" };
const PICTURES = process.env.PICTURES;

let app: TestPerennial;
let browser: Browser;
let page: Page;
let receipt: Receipt;

beforeAll(async () => {
  app = await startPerennialInTest();
  const reward = { id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 30 };
  const shop = await app.install(SHOP, programme({ rewards: [reward] }));
  for (let id = 1; id <= 3; id++) {
    const payload = order({ id, customer: 70, total: `${id}9.90`, at: `2026-06-0${id}T09:00:00Z` });
    await deliver(app.door, { shop: SHOP, topic: "orders/paid", payload });
    await app.settle(SHOP);
  }
  // Others in the same seals: a proof has to lead past them.
  for (const [id, customer] of [
    [21, 71],
    [22, 72],
    [23, 73],
  ] as const) {
    await deliver(app.door, { shop: SHOP, topic: "orders/paid", payload: order({ id, customer }) });
    await app.settle(SHOP);
    if (customer !== 73) await sealLedger(app.services, shop.id);
  }
  const event = {
    kind: "redeem",
    redemptionId: "r1",
    customerId: "70",
    rewardId: "five-off",
    code: "PER-1",
  } as const;
  await handleEvent(app.services, shop, { event, actor: "shopper", eventId: "e1" });
  const given = refund({ id: 9, order: 2, lines: [{ subtotal: "10.00" }], at: "2026-06-04T09:00:00Z" });
  await deliver(app.door, { shop: SHOP, topic: "refunds/create", payload: given });
  await app.settle(SHOP);
  receipt = (await (await rendered("en", true)).json()) as Receipt;
  browser = await openBrowser();
  const context = await browser.newContext({ userAgent: USER_AGENT, viewport: { width: 1000, height: 900 } });
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function rendered(locale: string, isFile: boolean): Promise<Response> {
  const shop = await app.requireShop(SHOP);
  const language = whyLanguage(locale, { currency: shop.currency, timezone: shop.timezone });
  const answer = await renderReceipt(app.services, TERMS, { shop, memberId: "70", language, isFile });
  if (answer === null) throw new Error("there is no receipt");
  return answer;
}

/** What the page says of a receipt file that is opened with it, without any connection. */
async function checked(file: unknown, key = ""): Promise<{ verdict: string; wrongRow: string | null }> {
  await page.context().setOffline(true);
  await page.goto(CHECKER);
  await page.fill("#key", key);
  const buffer = Buffer.from(typeof file === "string" ? file : JSON.stringify(file));
  await page.setInputFiles("#file", { name: "receipt.json", mimeType: "application/json", buffer });
  await page.waitForSelector("#result:not([hidden])");
  const verdict = await page.locator("#verdict").innerText();
  const wrong = page.locator("#entries tr.wrong td").first();
  return { verdict, wrongRow: (await wrong.count()) === 0 ? null : await wrong.innerText() };
}

async function picture(name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

describe("the checker, from the disk and without a connection", () => {
  test("finds a receipt right, and says where the key is published", async () => {
    const { verdict, wrongRow } = await checked(receipt);
    expect(verdict).toBe("Everything that can be checked here is right.");
    expect(wrongRow).toBeNull();
    expect(receipt.seal?.path).not.toEqual([]);
    expect(receipt.signed?.path).not.toEqual([]);
    const said = await page.locator("#steps").innerText();
    expect(said).toContain(`Every one of the ${receipt.transactions.length} entries`);
    expect(said).toContain(receipt.published);
    expect(await page.locator("#entries tbody tr").count()).toBe(receipt.transactions.length);
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture("checker");
    await page.setViewportSize({ width: 375, height: 700 });
    expect(await overflow(page)).toBe(0);
    await picture("checker-375");
    await page.setViewportSize({ width: 1000, height: 900 });
  });

  test("finds it right without a doubt where the shop's key is given, and wrong with another", async () => {
    expect((await checked(receipt, TERMS.signer.publicKey)).verdict).toBe("Everything is right.");
    expect((await checked(receipt, headSigner("another secret").publicKey)).verdict).toMatch(/another key/);
  });

  const changed = (change: (copy: Receipt) => unknown) => () => {
    const copy = structuredClone(receipt);
    return change(copy) ?? copy;
  };
  const entry = (copy: Receipt, number: number) =>
    copy.transactions[number - 1] as Receipt["transactions"][number];
  /** As somebody would who knows how hashes are made: from the entry on all of them are right again. */
  function forge(copy: Receipt, number: number): void {
    const { transactions } = copy;
    for (let place = number - 1; place < transactions.length; place++) {
      const written = entry(copy, place + 1);
      written.previousHash = transactions[place - 1]?.hash ?? "";
      written.hash = hash("sha256", `${written.previousHash}\n${written.canonical}`);
    }
  }

  test.each<[string, () => unknown, RegExp, string | null]>([
    [
      "points of an entry",
      changed((copy) => {
        entry(copy, 2).canonical = entry(copy, 2).canonical.replace('"29"', '"290"');
      }),
      /Entry 2 \(order:2:1\) was changed/,
      "2",
    ],
    [
      "a reason, with its hash and all that follow made anew",
      changed((copy) => {
        entry(copy, 3).canonical = entry(copy, 3).canonical.replace("A plant", "A plane");
        forge(copy, 3);
      }),
      /seal \d+ of the shop does not hold entry 5/,
      "5",
    ],
    [
      "a hash",
      changed((copy) => {
        entry(copy, 1).hash = "0".repeat(64);
      }),
      /Entry 1 \(order:1:1\) was changed/,
      "1",
    ],
    [
      "the order of two entries",
      changed((copy) => {
        copy.transactions.splice(1, 2, entry(copy, 3), entry(copy, 2));
      }),
      /Entry 2 \(order:3:1\) does not follow/,
      "2",
    ],
    [
      "an entry's absence",
      changed((copy) => void copy.transactions.splice(1, 1)),
      /Entry 2 .* does not follow/,
      "2",
    ],
    [
      "the last entry's absence",
      changed((copy) => void copy.transactions.pop()),
      /the entries add up to/,
      null,
    ],
    [
      "an entry added at the end",
      changed((copy) => {
        const last = entry(copy, copy.transactions.length);
        const canonical = last.canonical.replace(
          `,${copy.transactions.length},`,
          `,${copy.transactions.length + 1},`,
        );
        copy.transactions.push({
          canonical,
          previousHash: last.hash,
          hash: hash("sha256", `${last.hash}\n${canonical}`),
        });
      }),
      /the entries add up to/,
      null,
    ],
    [
      "a balance",
      changed((copy) => {
        copy.balances.available = "1000";
      }),
      /says 1000 points available/,
      null,
    ],
    [
      "the pseudonym",
      changed((copy) => {
        copy.pseudonym = "f".repeat(32);
      }),
      /Entry 1 .* belongs to another member/,
      "1",
    ],
    [
      "the seal",
      changed((copy) => {
        if (copy.seal !== null) copy.seal.hash = "0".repeat(64);
      }),
      /does not hold entry 5/,
      "5",
    ],
    [
      "the statement",
      changed((copy) => {
        if (copy.signed !== null) copy.signed.statement = copy.signed.statement.replace("2026-07", "2025-07");
      }),
      /signature is not of this statement/,
      null,
    ],
    [
      "the statement and its signature, by a key of one's own",
      changed((copy) => {
        const own = headSigner("a forger's secret");
        const statement = canonicalJson({
          ...(JSON.parse(copy.signed?.statement ?? "") as object),
          root: "0",
        });
        copy.signed = { path: [], statement, publicKey: own.publicKey, signature: own.sign(statement) };
      }),
      /does not speak of the seal/,
      null,
    ],
    [
      "the shop",
      changed((copy) => {
        copy.shop = "another.myshopify.com";
      }),
      /statement is another shop's/,
      null,
    ],
    ["a part's absence", changed((copy) => ({ ...copy, seal: {} })), /cannot be read/, null],
    ["the file itself", () => "not a receipt", /This file is not a receipt/, null],
    ["everything", () => ({}), /not a receipt that this page can read/, null],
  ])("names what is wrong: %s", async (_, file, verdict, row) => {
    const found = await checked(file());
    expect(found.verdict).toMatch(verdict);
    expect(found.wrongRow).toBe(row);
  });

  test("shows what it found", async () => {
    const copy = structuredClone(receipt);
    entry(copy, 2).canonical = entry(copy, 2).canonical.replace('"29"', '"290"');
    await checked(copy);
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture("checker-wrong");
  });
});

describe("the receipt to print", () => {
  test.each(["en", "de", "ar"])("is whole in %s, at any width", async (locale) => {
    await page.setContent(await (await rendered(locale, false)).text());
    expect(await page.locator("tbody tr").count()).toBe(receipt.transactions.length);
    expect(await accessibilityFaults(page)).toEqual([]);
    await picture(`receipt-${locale}`);
    await page.setViewportSize({ width: 375, height: 700 });
    expect(await overflow(page)).toBe(0);
    await picture(`receipt-${locale}-375`);
    await page.setViewportSize({ width: 1000, height: 900 });
  });

  test("holds the very file that the checker takes", async () => {
    await page.setContent(await (await rendered("en", false)).text());
    const href = await page.locator("a[download]").getAttribute("href");
    const file = Buffer.from(href?.split(",")[1] ?? "", "base64").toString();
    expect((await checked(file)).verdict).toBe("Everything that can be checked here is right.");
  });

  test("runs nothing and loads nothing", async () => {
    const page = await (await rendered("en", false)).text();
    expect(page).not.toMatch(/<script|<img/);
  });
});
