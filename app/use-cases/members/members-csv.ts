import { listMembers, placeOf, type ListedMember, type MemberPlace } from "../../db/member-list.ts";
import type { ShopRow } from "../../db/shops.ts";
import { formatInstant } from "../../loyalty/time.ts";
import { BYTE_ORDER_MARK, csvLine } from "../../moving/write-csv.ts";
import { programmeLabels } from "../programme-labels.ts";
import type { By } from "../staff/actions.ts";
import { noteDeed } from "../staff/actions.ts";
import type { Services } from "../services.ts";
import { readMemberQuery } from "./member-query.ts";
import { memberFilterOf } from "./member-terms.ts";

const MEMBERS_AT_ONCE = 1_000;

/** As docs/members.md describes them: in English, whatever language the page has, so that sheets go on working. */
export const MEMBER_COLUMNS = [
  "customer_id",
  "first_name",
  "last_name",
  "email",
  "language",
  "tier",
  "available",
  "pending",
  "held",
  "owed",
  "earned",
  "redeemed",
  "standing",
  "birthday",
  "member_since",
  "last_activity",
  "last_change",
] as const;

/** Everybody whom the list finds, in its order, a thousand at a time. */
export async function writeMembersCsv(
  services: Services,
  shop: ShopRow,
  { address, by, write }: { address: URLSearchParams; by: By; write(text: string): Promise<void> },
): Promise<void> {
  const query = readMemberQuery(address);
  const filter = await memberFilterOf(services, shop, query);
  const { tiers } = await programmeLabels(services, shop, "en");
  const tierNames = new Map(tiers.map(({ id, name }) => [id, name]));
  await write(`${BYTE_ORDER_MARK}${csvLine(MEMBER_COLUMNS)}`);
  let written = 0;
  let from: { place: MemberPlace; side: "after" } | null = null;
  for (;;) {
    const { sort, descending } = query;
    const page = { filter, sort, descending, from, limit: MEMBERS_AT_ONCE };
    const { members }: { members: ListedMember[] } = await listMembers(services.db.sql, shop.id, page);
    await write(members.map((member) => csvLine(memberCells(member, tierNames))).join(""));
    written += members.length;
    const last = members.at(-1);
    if (last === undefined || members.length < MEMBERS_AT_ONCE) break;
    from = { place: placeOf(last, sort), side: "after" };
  }
  await noteDeed(services, shop.id, {
    ...{ staff: by.staff, role: by.role, action: "members.exported", subject: null },
    detail: { members: String(written) },
  });
}

export function memberCells(member: ListedMember, tierNames: ReadonlyMap<string, string>): string[] {
  const { level, birthday, lastActivityAt } = member;
  return [
    member.id,
    member.firstName ?? "",
    member.lastName ?? "",
    member.email ?? "",
    member.locale ?? "",
    level === null ? "" : (tierNames.get(level) ?? level),
    ...[member.available, member.pending, member.held, member.owed, member.earned, member.redeemed].map(
      String,
    ),
    member.isBlocked ? "blocked" : member.isOut ? "left" : "in",
    birthday === null ? "" : `${twoDigits(birthday.month)}-${twoDigits(birthday.day)}`,
    formatInstant(member.knownSince),
    lastActivityAt === null ? "" : formatInstant(lastActivityAt),
    formatInstant(member.changedAt),
  ];
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
