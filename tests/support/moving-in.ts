import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { applyImport, checkImport } from "../../app/use-cases/moving-in/change-import.ts";
import { faultyRowsCsv } from "../../app/use-cases/moving-in/faulty-rows.ts";
import type { ImportSettings } from "../../app/use-cases/moving-in/import-settings.ts";
import { readImport, type ReadImport } from "../../app/use-cases/moving-in/read-import.ts";
import { runImport } from "../../app/use-cases/moving-in/run-import.ts";
import { showImport, type ImportView } from "../../app/use-cases/moving-in/show-import.ts";
import { headSigner } from "../../app/use-cases/proof/head-signer.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  type TestPerennial,
} from "../support/perennial.ts";

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

export let app: TestPerennial;
export let shop: string;
let shops = 0;
/** The store's customers, by address. */
export let customers: Map<string, string>;
/** The addresses the store was asked for, call by call. */
export let asked: string[][];

/** A shop of its own for each test of a file, with three customers in its store, who are no members yet. */
export function startMovingIn(): void {
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
    await nextShop();
    customers = new Map(
      ["anna", "bert", "cleo"].map((name, place) => [`${name}@example.com`, String(101 + place)]),
    );
    asked = [];
  });
}

/** Goes over to another shop, which is empty. */
export async function nextShop(): Promise<void> {
  shop = `moving-${++shops}.myshopify.com`;
  await app.install(shop, PROGRAMME);
}

const bytes = (text: string) =>
  async function* () {
    yield Buffer.from(text);
  };

export async function read(text: string, name = "members.csv"): Promise<ReadImport> {
  return readImport(app.services, await app.requireShop(shop), { name, open: bytes(text), startedBy: "42" });
}

export async function run(id: string): Promise<ImportView> {
  const { id: shopId } = await app.requireShop(shop);
  await runImport(app.services, SIGNER, { shopId, importId: id });
  return view(id);
}

export async function view(id: string): Promise<ImportView> {
  const shown = await showImport(app.services, await app.requireShop(shop), id);
  if (shown === null) throw new Error(`no import ${id}`);
  return shown;
}

/** Reads a file and looks at its rows; nothing is moved. */
export async function preview(text: string, changes: Partial<ImportSettings> = {}): Promise<ImportView> {
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

export async function apply(id: string): Promise<ImportView> {
  expect(await applyImport(app.services, await app.requireShop(shop), id)).toEqual({ outcome: "applying" });
  return run(id);
}

export const moveIn = async (text: string, changes: Partial<ImportSettings> = {}) =>
  apply((await preview(text, changes)).id);

export const figures = (id: string) => figuresOf(app, shop, id);

export async function faultyRows(id: string): Promise<string> {
  let text = "";
  for await (const line of (await faultyRowsCsv(app.services, await app.requireShop(shop), id)) ?? [])
    text += line;
  return text;
}

export async function sql<Row extends object>(text: string): Promise<Row[]> {
  return app.db.sql.query<Row>(text, [(await app.requireShop(shop)).id]);
}

export const THREE = `Customer Name,Email,Points Balance,VIP Tier Name,Birth Date,Customer Status
Anna,anna@example.com,120,Gold,1004-05-27,member
Bert,Bert@Example.com,80.5,,,member
Nobody,nobody@example.com,10,,,member
`;
