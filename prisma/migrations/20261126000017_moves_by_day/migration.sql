-- Moves are forgotten by their day.
CREATE INDEX "segment_move_shop_id_at_idx" ON "segment_move"("shop_id", "at");
-- Of deleted segments nobody is kept any more: brought back, they are followed anew.
DELETE FROM "segment_member" s USING "segment" g
  WHERE g."shop_id" = s."shop_id" AND g."id" = s."segment_id" AND g."deleted_at" IS NOT NULL;
UPDATE "segment" SET "followed_at" = NULL WHERE "deleted_at" IS NOT NULL;
