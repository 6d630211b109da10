import type { Book } from "./book.ts";
import { openBook } from "./book.ts";
import { workOffDue } from "./due.ts";
import type { LoyaltyEvent } from "./events.ts";
import { aLine, anOrder, aProgramme } from "./examples.ts";
import { handle } from "./handle.ts";
import type { MemberFigures } from "./members.ts";
import { memberFigures } from "./members.ts";
import type { Order } from "./order.ts";
import { postedFor } from "./orders.ts";
import type { Outcome } from "./outcome.ts";
import { parseInstant } from "./time.ts";

/** A shop in memory for tests, with customer 7 where nobody else is named. */
export interface ExampleShop {
  book: Book;
  /** Lets everything due by the instant happen, then the event. */
  at(instant: string, event?: LoyaltyEvent): Outcome | null;
  /** What an example says of a member; names only the figures that are not 0, besides `available`. */
  figures(id?: string): Partial<MemberFigures>;
  posted(orderId: string): bigint;
}

/** Each part is a version, with the keys of its document that matter; the first holds since 2026. */
export function aShop(...parts: Record<string, unknown>[]): ExampleShop {
  const versions = parts.map((part, index) => {
    const programme = aProgramme({ effectiveFrom: "2026-01-01T00:00:00Z", ...part });
    return { number: index + 1, effectiveFrom: programme.effectiveFrom ?? 0, programme };
  });
  const book = openBook({ versions, product: () => null, pseudonym: (id) => `example-${id}` });
  return {
    book,
    at(instant, event) {
      const now = parseInstant(instant);
      for (const member of book.members.values()) workOffDue(book, member, now);
      const cause = { eventId: `event-${book.journal.length}`, actor: "example" };
      return event === undefined ? null : handle(book, event, now, cause);
    },
    figures(id = "7") {
      const last = Math.max(...[...book.members.values()].map(({ settledTo }) => settledTo));
      const figures = memberFigures(book, id, last);
      const all = Object.entries(figures ?? {});
      return Object.fromEntries(
        all.filter(([name, value]) => name === "available" || (value !== 0n && value !== null)),
      );
    },
    posted(orderId) {
      const order = book.orders.get(orderId);
      return order === undefined ? 0n : postedFor(order);
    },
  };
}

/** A paid order of so many pounds, processed and updated then. */
export function ordered(pounds: number, processedAt: string, parts: Partial<Order> = {}): LoyaltyEvent {
  const instant = parseInstant(processedAt);
  const line = aLine({ price: BigInt(pounds) * 100n });
  return {
    kind: "order",
    order: anOrder({ processedAt: instant, updatedAt: instant, lines: [line], ...parts }),
  };
}

export function adjusted(points: bigint, key: string, customerId = "7"): LoyaltyEvent {
  return { kind: "adjust", customerId, points, reason: "goodwill", key };
}

export function redeemed(redemptionId: string, rewardId: string, customerId = "7"): LoyaltyEvent {
  return { kind: "redeem", redemptionId, customerId, rewardId, code: `CODE-${redemptionId}` };
}
