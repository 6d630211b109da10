/**
 * A shop with 100,000 members must not be read from end to end to show the first of them, or the few whom a search finds.
 * As in query-plans.test.ts, reading from end to end is made as dear as can be: where the plan still does it, there is no
 * index that could have been used. Filters that no index stands for are left out on purpose and named below.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { listMembers, readMemberListQuery } from "../../app/use-cases/list-members.ts";
import { listCodes, readCodeListQuery } from "../../app/use-cases/rewards-admin/list-codes.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const GROWING = ["member", "person", "lot", "order", "redemption", "issued_code", "benefit"];

let app: TestPerennial;
let shop: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  const points = { expiry: { kind: "lots", months: 12 } };
  const tiers = { basis: "points", levels: [{ id: "bronze", at: "0" }] };
  shop = await app.install("many.myshopify.com", programme({ points, tiers }));
});
afterAll(() => app.close());

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: Plan[];
}

function* nodesOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const part of plan.Plans ?? []) yield* nodesOf(part);
}

/** Growing tables that any statement of the work reads from end to end. */
async function readFromEndToEnd(work: (services: Services) => Promise<unknown>): Promise<string[]> {
  const asked: [string, unknown[]][] = [];
  const { sql } = app.db;
  const note =
    (ask: typeof sql.query): typeof sql.query =>
    (text, parameters = []) => (asked.push([text, parameters]), ask(text, parameters));
  const heard = { ...sql, query: note(sql.query), again: note(sql.again) };
  await work({ ...app.services, db: { ...app.db, sql: heard } });
  const found: string[] = [];
  for (const [text, parameters] of asked) {
    const [row] = await sql.transaction(async (tx) => {
      await tx.query(`SET LOCAL enable_seqscan = off`);
      return tx.query<{ "QUERY PLAN": { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, parameters);
    });
    const plan = row?.["QUERY PLAN"][0]?.Plan ?? { "Node Type": "none" };
    for (const node of nodesOf(plan))
      if (node["Node Type"] === "Seq Scan" && GROWING.includes(node["Relation Name"] ?? ""))
        found.push(`${node["Relation Name"]}: ${text}`);
  }
  return found;
}

test.each([
  "",
  "sort=balance asc",
  "sort=earned desc",
  "sort=since asc&after=1700000000000_7",
  "query=keller",
  "query=小明",
  "query=ABCDE-FGHJK-MNPQR",
  "tier=bronze",
  "balance=100..200",
  "earned=100..",
  "has=held",
  "has=owed",
  "since=2026-01-01..2026-02-01",
  "standing=blocked",
  "birthday=5",
  "language=de",
  "ending=30",
  "reward=unused",
  "ids=1,2,3",
])("the members of %j are found by an index", async (address) => {
  const query = readMemberListQuery(new URLSearchParams(address));
  expect(await readFromEndToEnd((services) => listMembers(services, shop, query))).toEqual([]);
});

test.each(["", "state=making", "reward=five-off", "query=ABCDE-FGHJK-MNPQR", "days=2026-01-01..2026-02-01"])(
  "the redemptions of %j are found by an index",
  async (address) => {
    const query = readCodeListQuery(new URLSearchParams(address));
    expect(await readFromEndToEnd((services) => listCodes(services, shop, query))).toEqual([]);
  },
);
