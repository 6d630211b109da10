import { randomUUID } from "node:crypto";
import { markSummaryStale } from "../../db/summaries.ts";
import type { ShopRow } from "../../db/shops.ts";
import { countComeOrGone } from "../../db/commands.ts";
import { isBlocked } from "../../loyalty/absence.ts";
import { findMember } from "../../loyalty/finder.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { DAY } from "../../loyalty/time.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";

export type LeftOrJoined =
  /** Also where they had left, or were in, before. */
  | { outcome: "left" | "joined" }
  | { outcome: "nobody" }
  /** The shop shut them out: they can not come back by themselves. */
  | { outcome: "blocked" }
  /** Nobody changes their mind so often in a day: each time is kept for ever. */
  | { outcome: "too-often" };

const MOST_A_DAY = 5;

/** Lets a member leave the programme, or come back: see `absence.ts` for what that means. */
export async function leaveOrJoin(
  services: Services,
  shop: ShopRow,
  { memberId, actor, kind }: { memberId: MemberId; actor: string; kind: "leave" | "join" },
): Promise<LeftOrJoined> {
  const event = { kind, customerId: memberId } as const;
  let refusal: LeftOrJoined = { outcome: "nobody" };
  const outcome = await handleEvent(
    services,
    shop,
    { event, actor, eventId: randomUUID() },
    {
      async may(book, tx) {
        const member = findMember(book, memberId);
        const since = services.clock() - DAY;
        if (actor === "shopper" && (await countComeOrGone(tx, memberId, since)) >= MOST_A_DAY) {
          refusal = { outcome: "too-often" };
          return false;
        }
        if (kind !== "join" || member === null || !isBlocked(member)) return true;
        refusal = { outcome: "blocked" };
        return false;
      },
      async then(tx, { book }) {
        const member = findMember(book, memberId);
        if (member !== null) await markSummaryStale(tx, member.id);
      },
    },
  );
  if (outcome === null) return refusal;
  return { outcome: kind === "leave" ? "left" : "joined" };
}
