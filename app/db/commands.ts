import type { LoyaltyEvent } from "../loyalty/events.ts";
import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { toStorableJson } from "./json.ts";

/** Something that we were asked to do, as it was done. */
export interface HandledCommand {
  event: LoyaltyEvent;
  eventId: string;
  actor: string;
  /** The instant that it was handled at. */
  at: Instant;
  /** Whom it is about, so that erasing a person finds it. */
  memberIds: MemberId[];
}

/**
 * Keeps a command in the transaction that carries it out, so that the shop's history can be played again. To be called
 * while its members are locked: its place among everything that happened to them is drawn here.
 */
export function rememberCommand(tx: ShopTransaction, command: HandledCommand): void {
  rememberCommands(tx, [command]);
}

/** The same for many, in the order in which they were carried out. */
export function rememberCommands(tx: ShopTransaction, commands: HandledCommand[]): void {
  if (commands.length === 0) return;
  const rows = commands.map(({ at, eventId, actor, event, memberIds }) => ({
    at: new Date(at),
    event_id: eventId,
    actor,
    event: toStorableJson(event),
    member_ids: memberIds,
  }));
  const columns = {
    at: "timestamptz",
    event_id: "text",
    actor: "text",
    event: "jsonb",
    member_ids: "bigint[]",
  } as const;
  tx.later({
    table: "command",
    isOne: rows.length === 1,
    text: (words) => `command AS (
      INSERT INTO command (shop_id, handled_order, handled_at, event_id, actor, event, member_ids)
      SELECT ${words.value(tx.shopId, "int")}, nextval('handled_order'), r.at, r.event_id, r.actor, r.event,
        r.member_ids::bigint[]
      FROM ${words.rows(columns, rows)})`,
  });
}

/** How often they left or came back by themselves since then. */
export async function countComeOrGone(
  tx: ShopTransaction,
  memberId: MemberId,
  since: Instant,
): Promise<number> {
  const [row] = await tx.query<{ times: bigint }>(
    `SELECT count(*) AS times FROM command WHERE shop_id = $1 AND member_ids && ARRAY[$2]::bigint[]
       AND actor = 'shopper' AND event->>'kind' IN ('leave', 'join') AND handled_at > $3`,
    [tx.shopId, memberId, new Date(since)],
  );
  return Number(row?.times ?? 0);
}
