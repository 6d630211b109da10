import { randomUUID } from "node:crypto";
import { listVersions } from "../../db/programmes.ts";
import { lookAtBook, type LoadedBook } from "../../db/load-book.ts";
import { handOnStoreTags } from "../../db/person-tags.ts";
import type { ShopRow } from "../../db/shops.ts";
import { lookAtShop } from "../../db/snapshot.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { isBlocked, isOut } from "../../loyalty/absence.ts";
import { handle } from "../../loyalty/handle.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { levelHeld } from "../../loyalty/members.ts";
import { notBefore } from "../../loyalty/not-before.ts";
import type { MemberRecord } from "../../loyalty/records.ts";
import type { Instant } from "../../loyalty/time.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { findNamed, type NamedOther } from "./find-named.ts";
import { standingMember } from "./standing-member.ts";

/** Points are decimal strings. */
export interface MergedFigures {
  available: string;
  pending: string;
  held: string;
  owed: string;
  level: string | null;
  blocked: boolean;
  out: boolean;
}

export type MergePreview =
  | {
      outcome: "preview";
      other: NamedOther;
      kept: MergedFigures;
      deleted: MergedFigures;
      result: MergedFigures;
    }
  | MergeRefusal;

export type MergeRefusal =
  /** Nobody, or several, have this number or address; or it is the member's own. */
  { outcome: "unknown-other" | "several" | "same" } | { outcome: "unknown-member" };

/** What would come of it, by letting it happen in a book that is thrown away. */
export async function previewMerge(
  services: Services,
  shop: ShopRow,
  { keptId, other }: { keptId: MemberId; other: string },
): Promise<MergePreview> {
  const named = await findNamed(services, shop, other);
  if (named.outcome !== "found") return { outcome: named.outcome };
  if (named.other.id === keptId) return { outcome: "same" };
  const versions = await listVersions(services.db.sql, shop.id);
  const event = { kind: "customers-merged", keptId, deletedId: named.other.id } as const;
  return lookAtShop(services.db, shop.id, async (tx): Promise<MergePreview> => {
    const of = { shop, versions, products: new Map() };
    const now = services.clock();
    const work = { events: [event], until: now };
    const book = await lookAtBook(tx, of, work);
    const kept = standingMember(book, keptId);
    const deleted = standingMember(book, event.deletedId);
    if (kept === null) return { outcome: "unknown-member" };
    if (deleted === null) return { outcome: "unknown-other" };
    const figures = (member: MemberRecord) => figuresOf(book, member, now);
    const before = { kept: figures(kept), deleted: figures(deleted) };
    handle(book, event, notBefore(book, event, now), { eventId: "preview", actor: "preview" });
    return { outcome: "preview", other: named.other, ...before, result: figures(kept) };
  });
}

export interface Merge {
  keptId: MemberId;
  otherId: MemberId;
  by: By;
}

export type Merged = { outcome: "merged" } | { outcome: "repeated" } | MergeRefusal;

/**
 * Moves everything of one member to another by the event of Shopify's own merge. In the store both customers stay what
 * they are: news of either means the kept one from here on.
 */
export async function mergeMembers(
  services: Services,
  shop: ShopRow,
  { keptId, otherId, by }: Merge,
): Promise<Merged> {
  if (keptId === otherId) return { outcome: "same" };
  let refusal: Merged = { outcome: "unknown-member" };
  const event = { kind: "customers-merged", keptId, deletedId: otherId } as const;
  const outcome = await handleEvent(
    services,
    shop,
    { event, actor: by.staff, eventId: randomUUID() },
    {
      may(book) {
        if (standingMember(book, keptId) === null) return false;
        refusal = { outcome: "unknown-other" };
        if (book.members.get(otherId)?.mergedInto === keptId) return true;
        return standingMember(book, otherId) !== null;
      },
      async then(tx, { outcome }) {
        if (outcome.outcome !== "merged") return;
        await handOnStoreTags(tx, event);
        await noteAction(tx, shop.id, {
          ...{ at: services.clock(), ...by, action: "member.merged" },
          subject: { kind: "member", id: keptId },
          detail: { other: otherId },
        });
      },
    },
  );
  if (outcome === null) return refusal;
  return { outcome: outcome.outcome === "merged" ? "merged" : "repeated" };
}

function figuresOf(book: LoadedBook, member: MemberRecord, now: Instant): MergedFigures {
  const { available, pending, held, owed } = member;
  return {
    available: available.toString(),
    pending: pending.toString(),
    held: held.toString(),
    owed: owed.toString(),
    level: levelHeld(book, member, now),
    blocked: isBlocked(member),
    out: isOut(member),
  };
}
