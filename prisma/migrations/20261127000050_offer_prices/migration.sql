-- What a merchant counts with where no document says a price: how large an order per cent are taken off, and what a
-- delivery costs.
ALTER TABLE "offer_budget" ADD COLUMN "largest_order" DECIMAL(20,0);
ALTER TABLE "offer_budget" ADD COLUMN "delivery" DECIMAL(20,0);
