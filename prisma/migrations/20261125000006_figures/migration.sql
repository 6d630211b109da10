-- What the reports read: sums by day, worked out from the ledger and the orders by a job that follows them
-- (docs/decisions/028-figures-follow-the-ledger.md). All of it can be worked out anew.

-- How far the following has come.
CREATE TABLE "figure_state" (
    "shop_id" INTEGER NOT NULL,
    "timezone" TEXT NOT NULL,
    "basis" INTEGER NOT NULL,
    "built_to" BIGINT,
    "taken" JSONB NOT NULL,
    "seen" JSONB NOT NULL,
    "swept_at" TIMESTAMPTZ(3) NOT NULL,
    "as_of" TIMESTAMPTZ(3),

    CONSTRAINT "figure_state_pkey" PRIMARY KEY ("shop_id")
);

-- What a member is today, and on which days they did something.
CREATE TABLE "figure_member" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "counted" BOOLEAN NOT NULL,
    "tier" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "buyer" TEXT NOT NULL,
    "engaged" BOOLEAN NOT NULL,
    "first_order" INTEGER,
    "second_order" INTEGER,
    "joined" INTEGER NOT NULL,
    "deeds" VARBIT NOT NULL,
    "orders" VARBIT NOT NULL,

    CONSTRAINT "figure_member_pkey" PRIMARY KEY ("shop_id","member_id")
);
CREATE INDEX "figure_member_stale" ON "figure_member" ("shop_id", "member_id") WHERE "stale";

-- What each member adds to the sums, so that it can be taken out again to the very same number.
CREATE TABLE "figure_share" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "segments" TEXT[] NOT NULL,
    "cells" TEXT NOT NULL,

    CONSTRAINT "figure_share_pkey" PRIMARY KEY ("shop_id","member_id")
);

-- Whose share each order is in: an order may change its customer.
CREATE TABLE "figure_order" (
    "shop_id" INTEGER NOT NULL,
    "order_id" BIGINT NOT NULL,
    "member_id" BIGINT NOT NULL,

    CONSTRAINT "figure_order_pkey" PRIMARY KEY ("shop_id","order_id")
);
CREATE INDEX "figure_order_shop_id_member_id_idx" ON "figure_order"("shop_id", "member_id");

-- The sums.
CREATE TABLE "figure_cell" (
    "shop_id" INTEGER NOT NULL,
    "segment" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "amount" DECIMAL(40,0) NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "figure_cell_pkey" PRIMARY KEY ("shop_id","segment","measure","day","key")
);

-- By place among everything that happened, so that news of orders that moved no points is found as well. It is written
-- once for each delivery, at the end of the index.
CREATE INDEX "delivery_handled" ON "delivery" ("shop_id", "handled_order") WHERE "handled_order" IS NOT NULL;

-- The entries of a day. The ledger is only ever appended to, so its days lie together, and an index of ranges finds
-- them at next to no cost for whoever appends.
CREATE INDEX "ledger_transaction_at" ON "ledger_transaction" USING brin ("at") WITH (pages_per_range = 32);
