import { randomUUID } from "node:crypto";
import { markSummaryStale } from "../../db/summaries.ts";
import type { ShopRow } from "../../db/shops.ts";
import { isOut } from "../../loyalty/absence.ts";
import { asksBirthday, nextCountingBirthday } from "../../loyalty/birthday.ts";
import { findMember } from "../../loyalty/finder.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";

export type BirthdayNoted =
  /** `countsAt`: the next one that brings something; null while the member is out. */
  | { outcome: "noted"; countsAt: Instant | null }
  /** The programme gives nothing for it, so nobody needs to know. */
  | { outcome: "not-asked" }
  | { outcome: "nobody" };

/** Keeps the day a member was born on, or another than before: the core sees to it that changing it gains nothing. */
export async function noteBirthday(
  services: Services,
  shop: ShopRow,
  { memberId, actor, ...day }: { memberId: MemberId; month: number; day: number; actor: string },
): Promise<BirthdayNoted> {
  let answer: BirthdayNoted = { outcome: "nobody" };
  const command = {
    event: { kind: "birthday", customerId: memberId, ...day } as const,
    actor,
    eventId: randomUUID(),
  };
  await handleEvent(services, shop, command, {
    may: (book) => {
      const now = services.clock();
      const programme = versionAt(book.versions, now)?.programme;
      answer = { outcome: "not-asked" };
      return programme !== undefined && asksBirthday(programme, now);
    },
    async then(tx, { book, at }) {
      const member = findMember(book, memberId);
      const programme = versionAt(book.versions, at)?.programme;
      if (member === null || programme === undefined)
        throw new Error(`the member ${memberId} is not in the book`);
      answer = {
        outcome: "noted",
        countsAt: isOut(member) ? null : nextCountingBirthday(member, programme, at),
      };
      await markSummaryStale(tx, member.id);
    },
  });
  return answer;
}
