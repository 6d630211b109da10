-- Segments of members, kept up to date, with every move; groups and clusters of those who buy; and the tags that the
-- store has of them.

-- What segments are counted by stands beside what the reports know of each order already; both follow the ledger together
-- (docs/decisions/028-figures-follow-the-ledger.md). An order's state is large, and here only what is asked for is opened.
ALTER TABLE "figure_order" ADD COLUMN "at" TIMESTAMPTZ(3);
ALTER TABLE "figure_order" ADD COLUMN "counts" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "figure_order" ADD COLUMN "value" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "figure_order" ADD COLUMN "refunded" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "figure_order" ADD COLUMN "channel" TEXT NOT NULL DEFAULT '';
ALTER TABLE "figure_order" ADD COLUMN "products" BIGINT[] NOT NULL DEFAULT '{}';
ALTER TABLE "figure_order" ADD COLUMN "tags" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "figure_order" ADD COLUMN "types" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "figure_order" ADD COLUMN "vendors" TEXT[] NOT NULL DEFAULT '{}';
-- Sums over all orders of each member are read from here alone, in the order of the members.
CREATE INDEX "figure_order_sums" ON "figure_order" ("shop_id", "member_id") INCLUDE ("at", "value", "refunded", "channel")
  WHERE "counts";

CREATE TABLE "segment" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),
    "members" INTEGER NOT NULL DEFAULT 0,
    "followed_at" TIMESTAMPTZ(3),
    "followed_revision" INTEGER NOT NULL DEFAULT 0,
    "sync" TEXT NOT NULL DEFAULT 'off',
    "sync_failure" TEXT,
    "store_segment" TEXT,

    CONSTRAINT "segment_pkey" PRIMARY KEY ("shop_id","id")
);
CREATE UNIQUE INDEX "segment_shop_id_handle_key" ON "segment"("shop_id", "handle");

CREATE TABLE "segment_member" (
    "shop_id" INTEGER NOT NULL,
    "segment_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segment_member_pkey" PRIMARY KEY ("shop_id","segment_id","member_id")
);
CREATE INDEX "segment_member_shop_id_member_id_idx" ON "segment_member"("shop_id", "member_id");

CREATE TABLE "segment_move" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "segment_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "entered" BOOLEAN NOT NULL,
    "because" JSONB NOT NULL,

    CONSTRAINT "segment_move_pkey" PRIMARY KEY ("shop_id","id")
);
CREATE INDEX "segment_move_shop_id_segment_id_id_idx" ON "segment_move"("shop_id", "segment_id", "id");
CREATE INDEX "segment_move_shop_id_member_id_idx" ON "segment_move"("shop_id", "member_id");

CREATE TABLE "segment_day" (
    "shop_id" INTEGER NOT NULL,
    "segment_id" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "members" INTEGER NOT NULL,
    "entered" INTEGER NOT NULL DEFAULT 0,
    "departed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "segment_day_pkey" PRIMARY KEY ("shop_id","segment_id","day")
);

CREATE TABLE "segment_tag" (
    "shop_id" INTEGER NOT NULL,
    "segment_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "segment_tag_pkey" PRIMARY KEY ("shop_id","segment_id","member_id")
);
CREATE INDEX "segment_tag_shop_id_member_id_idx" ON "segment_tag"("shop_id", "member_id");

CREATE TABLE "member_group" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "rfm" TEXT NOT NULL,
    "recency" SMALLINT NOT NULL,
    "frequency" SMALLINT NOT NULL,
    "money" SMALLINT NOT NULL,
    "orders" INTEGER NOT NULL,
    "spent" BIGINT NOT NULL,
    "last_on" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "cluster" INTEGER,

    CONSTRAINT "member_group_pkey" PRIMARY KEY ("shop_id","member_id")
);

CREATE TABLE "group_move" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "member_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from_group" TEXT,
    "to_group" TEXT,
    "because" JSONB NOT NULL,

    CONSTRAINT "group_move_pkey" PRIMARY KEY ("shop_id","id")
);
CREATE INDEX "group_move_shop_id_at_idx" ON "group_move"("shop_id", "at");
CREATE INDEX "group_move_shop_id_member_id_idx" ON "group_move"("shop_id", "member_id");


-- What Prisma's schema language cannot say.

ALTER TABLE "segment" ADD CONSTRAINT "segment_sync" CHECK ("sync" IN ('off', 'on', 'paused', 'removing'));
ALTER TABLE "segment_tag" ADD CONSTRAINT "segment_tag_state" CHECK ("state" IN ('tagged', 'refused'));
