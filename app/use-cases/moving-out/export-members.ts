import { listLeaving, listLotsOf, type LeavingRow } from "../../db/leaving-members.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { openBook, type Book } from "../../loyalty/book.ts";
import { levelHeld } from "../../loyalty/members.ts";
import { inConsumptionOrder, lotEndsAt } from "../../loyalty/lots.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import {
  formatOf,
  headerLine,
  memberLines,
  type FormatId,
  type LeavingMember,
} from "../../moving/formats.ts";
import type { Services } from "../services.ts";

const MEMBERS_AT_ONCE = 1_000;

/** Members as another app takes them in. Answers how many, and how many had to stay for want of an e-mail address. */
export async function exportMembersCsv(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { format, write }: { format: FormatId; write(text: string): Promise<void> },
): Promise<{ members: number; left: number }> {
  const { sql } = services.db;
  const book = openBook({
    versions: await listVersions(sql, shop.id),
    product: () => null,
    pseudonym: (id) => id,
  });
  const count = { members: 0, left: 0 };
  await write(headerLine(format));
  for (let after: MemberId | null = null; ;) {
    const rows: LeavingRow[] = await listLeaving(sql, shop.id, { after, limit: MEMBERS_AT_ONCE });
    const lots = await listLotsOf(sql, shop.id, rows);
    for (const row of rows) {
      if (formatOf(format).byEmail && row.email === null) {
        count.left += 1;
        continue;
      }
      count.members += 1;
      const member = { ...row, record: { ...row.record, lots: lots.get(row.record.id) ?? [] } };
      await write(memberLines(format, leavingOf(book, member, services.clock()), shop.timezone));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < MEMBERS_AT_ONCE) return count;
    after = last.record.id;
  }
}

function leavingOf(book: Book, { record, email, referralCode }: LeavingRow, now: number): LeavingMember {
  return {
    id: record.id,
    email,
    available: record.available.toString(),
    pending: record.pending.toString(),
    tier: levelHeld(book, record, now),
    tierUntil: record.keptLevel?.until ?? null,
    birthday: record.birthday,
    referralCode,
    lots: inConsumptionOrder(book, record, record.lots)
      .filter(({ remaining }) => remaining > 0n)
      .map((lot) => ({
        points: lot.remaining.toString(),
        earnedAt: lot.availableAt,
        expiresAt: lotEndsAt(book, record, lot, now),
      })),
  };
}
