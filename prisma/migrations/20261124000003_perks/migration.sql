-- Shops from before perks are looked at once: there is nothing to find but that.
ALTER TABLE "shop" ADD COLUMN "perks_due_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;
