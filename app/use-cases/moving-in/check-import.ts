import type { ShopTransaction } from "../../db/database.ts";
import { readImportFigures } from "../../db/import-figures.ts";
import { changeImport, type StoredImport } from "../../db/member-imports.ts";
import {
  chooseLeaders,
  countRowsAnew,
  listUnread,
  MOVED_IN_BEFORE,
  NAMED_BEFORE,
  refuseRows,
  saveChecked,
  type CheckedRow,
  type RawRow,
} from "../../db/import-rows.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { versionAt } from "../../loyalty/versions.ts";
import type { CellFault } from "../../moving/fields.ts";
import { readRow, type RowTerms, type RowValues } from "../../moving/read-row.ts";
import type { Services } from "../services.ts";
import { hasLots, settingsOf, type ImportSettings } from "./import-settings.ts";
import { matchCustomers } from "./match-customers.ts";

const ROWS_AT_ONCE = 1_000;

/** What is kept of a row until it is in the books: nothing that names a person. */
export type KeptValues = Omit<RowValues, "customerId" | "email" | "points">;

/** Looks at the next rows and finds their customers. Answers whether there may be more. */
export async function checkNextRows(
  services: Services,
  shop: ShopRow,
  found: StoredImport,
): Promise<boolean> {
  const rows = await listUnread(services.db.sql, shop.id, found.id, ROWS_AT_ONCE);
  if (rows.length === 0) {
    await finishCheck(services, shop, found);
    return false;
  }
  const checked = await checkRows(services, shop, found, rows);
  await services.db.inShop(shop.id, (tx) => saveChecked(tx, found.id, checked));
  return true;
}

async function checkRows(
  services: Services,
  shop: ShopRow,
  { header, settings }: StoredImport,
  rows: RawRow[],
): Promise<CheckedRow[]> {
  const known = settingsOf({ settings });
  const terms: RowTerms = { ...known, header, timezone: shop.timezone, now: services.clock() };
  const read = rows.map(({ number, cells }) => ({ number, row: readRow(cells, terms) }));
  const named = read.flatMap(({ row }) => (row.ok ? [row.values] : []));
  const matches = await matchCustomers(services, shop, named);
  const matchOf = new Map(named.map((values, place) => [values, matches[place]]));
  return read.map(({ number, row }) => {
    if (!row.ok) return { number, memberId: null, points: null, values: null, faults: row.faults };
    const match = matchOf.get(row.values);
    if (match === undefined || !("id" in match))
      return {
        number,
        memberId: null,
        points: null,
        values: null,
        faults: [customerFault(row.values, terms, match)],
      };
    const { customerId: _id, email: _email, points, ...values } = row.values;
    return { number, memberId: match.id, points, values: values satisfies KeptValues, faults: null };
  });
}

function customerFault(
  { customerId, email }: RowValues,
  { header, mapping }: RowTerms,
  words: { problem: string; mend: string } | undefined,
): CellFault {
  const field = customerId === null ? "email" : "customerId";
  return {
    column: header[mapping[field] ?? -1] ?? "",
    value: customerId ?? email ?? "",
    problem: words?.problem ?? "is no customer of your store",
    mend: words?.mend ?? "mend the spelling",
  };
}

/** Refuses the ready rows of customers whom another import has brought in by now, unless the merchant wants them again. */
export async function refuseMovedIn(
  tx: ShopTransaction,
  { id, settings, header }: Pick<StoredImport, "id" | "settings" | "header">,
): Promise<void> {
  const known = settingsOf({ settings });
  if (known.kind !== "members" || known.again) return;
  await refuseRows(tx, id, { where: MOVED_IN_BEFORE, fault: before(customerColumn(known, header)) });
}

function customerColumn({ mapping }: ImportSettings, header: readonly string[]): string {
  return header[mapping.customerId ?? mapping.email ?? -1] ?? "";
}

/** What shows only once every row is known: customers named twice, or brought in before. */
async function finishCheck(services: Services, shop: ShopRow, found: StoredImport) {
  const { id, header } = found;
  const known = settingsOf(found);
  const column = customerColumn(known, header);
  await services.db.inShop(shop.id, async (tx) => {
    await countRowsAnew(tx);
    if (known.kind === "members") {
      if (!hasLots(known)) await refuseRows(tx, id, { where: NAMED_BEFORE, fault: twice(column) });
      await refuseMovedIn(tx, found);
      await chooseLeaders(tx, id);
    }
    const { tiers } = await readImportFigures(tx, shop.id, id);
    const levels =
      versionAt(await listVersions(tx, shop.id), services.clock())?.programme.tiers?.levels ?? [];
    const settings = { ...known, tiers: { ...guessLevels(tiers, levels), ...known.tiers } };
    await changeImport(tx, id, { state: "checked", settings, reason: null });
  });
}

/** Tiers that are called as a level of ours become that one, until the merchant says otherwise. */
function guessLevels(
  tiers: readonly { tier: string }[],
  levels: readonly { id: string }[],
): Record<string, string> {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return Object.fromEntries(
    tiers.flatMap(({ tier }) => {
      const level = levels.slice(1).find(({ id }) => plain(id) === plain(tier));
      return level === undefined ? [] : [[tier, level.id]];
    }),
  );
}

function twice(column: string): CellFault {
  return {
    column,
    value: "",
    problem: "names a customer whom a row above names already",
    mend: "put both balances into one row, or choose the column that holds the lots' dates",
  };
}

function before(column: string): CellFault {
  return {
    column,
    value: "",
    problem: "names a customer whom another import has brought in already",
    mend: "remove the row, or allow customers to be brought in again",
  };
}
