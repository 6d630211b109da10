-- What all orders of a member come to: of a large shop it takes too long to add them up whenever somebody asks.
ALTER TABLE "figure_member" ADD COLUMN "bought" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "figure_member" ADD COLUMN "spent" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "figure_member" ADD COLUMN "refunded" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "figure_member" ADD COLUMN "first_at" TIMESTAMPTZ(3);
ALTER TABLE "figure_member" ADD COLUMN "last_at" TIMESTAMPTZ(3);
-- They were read from this index before.
DROP INDEX "figure_order_sums";
