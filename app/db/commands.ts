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
export async function rememberCommand(tx: ShopTransaction, command: HandledCommand): Promise<void> {
  await tx.query(
    `INSERT INTO command (shop_id, handled_order, handled_at, event_id, actor, event, member_ids)
     VALUES ($1, nextval('handled_order'), $2, $3, $4, $5::text::jsonb, $6::bigint[])`,
    [
      tx.shopId,
      new Date(command.at),
      command.eventId,
      command.actor,
      toStorableJson(command.event),
      command.memberIds,
    ],
  );
}
