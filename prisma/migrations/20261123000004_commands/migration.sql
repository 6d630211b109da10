-- Everything that happened to points, in the order in which it was handled and with the instant it was handled at: what
-- the store told (deliveries) and what we were asked to do (commands). Played again it ends at the ledger, which proves
-- the backtest. One number for both, drawn while the members concerned are locked, so of two that share a member the
-- lower was first. Deliveries of one batch share it and follow each other by their arrival.
CREATE SEQUENCE "handled_order";

ALTER TABLE "delivery" ADD COLUMN "handled_order" BIGINT, ADD COLUMN "handled_at" TIMESTAMPTZ(3);
UPDATE "delivery" SET "handled_order" = 0, "handled_at" = "received_at"
  WHERE "state" = 'done' AND "event"->>'kind' = 'points';

-- CreateTable
CREATE TABLE "command" (
    "shop_id" INTEGER NOT NULL,
    "handled_order" BIGINT NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL,
    "event_id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "member_ids" BIGINT[],

    CONSTRAINT "command_pkey" PRIMARY KEY ("shop_id","handled_order")
);
