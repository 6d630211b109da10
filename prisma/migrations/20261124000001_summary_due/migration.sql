-- When what the store shows of a member is no longer true although nothing is posted: an order leaves the window of the
-- levels, nobody was told in time of points that were to end, a version of the programme begins.
ALTER TABLE "member" ADD COLUMN "summary_due_at" TIMESTAMPTZ(3);
CREATE INDEX "member_summary_due" ON "member" ("shop_id", "summary_due_at") WHERE "summary_due_at" IS NOT NULL;

-- The shop's own name for a product's page, for rewards that give it.
ALTER TABLE "product" ADD COLUMN "handle" TEXT;

-- Storefronts read another shape now.
UPDATE "member" SET "summary_stale" = true WHERE "merged_into" IS NULL AND "id" > 0;
UPDATE "shop" SET "programme_stale" = true;
