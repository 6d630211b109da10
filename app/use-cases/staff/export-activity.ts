import type { ShopRow } from "../../db/shops.ts";
import { listActions, type LoggedAction } from "../../db/staff-activity.ts";
import { listStaffMembers } from "../../db/staff-members.ts";
import { formatInstant } from "../../loyalty/time.ts";
import { csvLine } from "../../moving/write-csv.ts";
import type { Services } from "../services.ts";
import { filterOf, type ActivityQuery } from "./list-activity.ts";

const LINES_AT_ONCE = 1_000;

/** The log as a file for spreadsheets, the newest first; customers stand in it by their number alone. */
export async function exportActivity(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { query, write }: { query: ActivityQuery; write(text: string): Promise<void> },
): Promise<void> {
  const filter = filterOf(shop, query);
  const people = await listStaffMembers(db.sql, shop.id);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  await write(csvLine(["at", "staff_id", "staff", "role", "action", "subject", "subject_id", "detail"]));
  for (let after: string | null = null; ;) {
    const place = after === null ? null : ({ id: after, side: "after" } as const);
    const rows: LoggedAction[] = await listActions(db.sql, shop.id, {
      ...filter,
      place,
      limit: LINES_AT_ONCE,
    });
    for (const row of rows) await write(lineOf(row, names.get(row.staff) ?? ""));
    const last = rows.at(-1);
    if (last === undefined || rows.length < LINES_AT_ONCE) return;
    after = last.id;
  }
}

function lineOf({ at, staff, role, action, subject, detail }: LoggedAction, name: string): string {
  const details = Object.entries(detail).map(([key, value]) => `${key}: ${value}`);
  return csvLine([
    formatInstant(at),
    ...[staff, name, role, action],
    ...[subject?.kind ?? "", subject?.id ?? "", details.join("; ")],
  ]);
}
