-- Reports of the orders that were paid in one currency: what their buyers paid, beside what they are worth in the shop's.
ALTER TABLE "figure_order" ADD COLUMN "currency" TEXT NOT NULL DEFAULT '';
ALTER TABLE "figure_order" ADD COLUMN "paid" BIGINT NOT NULL DEFAULT 0;

-- Who bought in a currency in a range of days, and which currencies there are.
CREATE INDEX "figure_order_currency" ON "figure_order" ("shop_id", "currency", "at") INCLUDE ("member_id") WHERE "counts";
