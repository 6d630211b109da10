import type { Book } from "../../loyalty/book.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { MemberRecord } from "../../loyalty/records.ts";

/** Whom staff may do something for: not who was merged away, and an erased one is nobody any more. */
export function standingMember(book: Pick<Book, "members">, id: MemberId): MemberRecord | null {
  const member = book.members.get(id) ?? null;
  return member === null || member.mergedInto !== null || id.startsWith("-") ? null : member;
}
