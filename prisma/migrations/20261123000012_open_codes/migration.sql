-- Codes that somebody may still use are compared with the store by the hour, and are few among all there ever were.
CREATE INDEX "redemption_open" ON "redemption" ("shop_id", "id")
  WHERE "state" IN ('held', 'released') AND "code" IS NOT NULL;
