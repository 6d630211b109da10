-- Whoever names another browser each time is another visitor, but sends from where they are.
ALTER TABLE "pick_visit" ADD COLUMN "sender" TEXT NOT NULL DEFAULT '';
CREATE INDEX "pick_visit_shop_id_day_sender_idx" ON "pick_visit"("shop_id", "day", "sender");
