-- Each move of a member between levels, from here on: for their own page, and for how many go up and down.
CREATE TABLE "level_change" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "member_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from_level" TEXT,
    "to_level" TEXT,

    CONSTRAINT "level_change_pkey" PRIMARY KEY ("shop_id","id")
);
CREATE INDEX "level_change_shop_id_member_id_at_id_idx" ON "level_change"("shop_id", "member_id", "at", "id");
CREATE INDEX "level_change_shop_id_at_idx" ON "level_change"("shop_id", "at");

-- Words about a member that move no points stand nowhere else: their own page looks them up.
CREATE INDEX "command_word" ON "command" USING gin ("member_ids")
    WHERE "event"->>'kind' IN ('birthday', 'leave', 'join', 'block', 'unblock', 'customers-merged');
