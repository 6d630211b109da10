import { randomUUID } from "node:crypto";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { standingMember } from "./standing-member.ts";

export interface Blocking {
  memberId: string;
  change: "block" | "unblock";
  /** For other staff; the member does not read it. */
  note: string;
  by: By;
}

export type Blocked =
  | { outcome: "blocked" | "unblocked" }
  /** It was so before. */
  | { outcome: "repeated" }
  | { outcome: "unknown-member" };

const SAID = { block: "blocked", unblock: "unblocked" } as const;

/** Shuts a member out of the programme, or lets them in again: see `absence.ts` for what that means. */
export async function blockMember(
  services: Services,
  shop: ShopRow,
  { memberId, change, note, by }: Blocking,
): Promise<Blocked> {
  const event = { kind: change, customerId: memberId } as const;
  const outcome = await handleEvent(
    services,
    shop,
    { event, actor: by.staff, eventId: randomUUID() },
    {
      may: (book) => standingMember(book, memberId) !== null,
      async then(tx, { outcome }) {
        if (outcome.outcome !== "noted") return;
        await noteAction(tx, shop.id, {
          ...{ at: services.clock(), ...by, action: `member.${SAID[change]}` as const },
          subject: { kind: "member", id: memberId },
          detail: note === "" ? {} : { note },
        });
      },
    },
  );
  if (outcome === null) return { outcome: "unknown-member" };
  return { outcome: outcome.outcome === "noted" ? SAID[change] : "repeated" };
}
