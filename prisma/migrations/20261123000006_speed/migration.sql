-- An event reads of a member's past only what may still matter, by indexes that hold nothing else: they stay small
-- where a member has ten thousand orders, and most orders never cost an entry in them.

-- Orders with more people in them than the one they belong to. app/db/book-reads.ts asks by the same expression.
DROP INDEX "order_members";
CREATE INDEX "order_shared" ON "order" USING gin ("member_ids")
  WHERE cardinality("member_ids") > CASE WHEN "member_id" IS NULL THEN 0 ELSE 1 END;
DROP INDEX "order_codes";
CREATE INDEX "order_codes" ON "order" USING gin ("codes") WHERE "codes" <> '{}';
CREATE INDEX "order_pending" ON "order" ("shop_id", "member_id") WHERE "pending" > 0;
CREATE INDEX "redemption_held" ON "redemption" ("shop_id", "member_id") WHERE "state" = 'held';
CREATE INDEX "redemption_out" ON "redemption" ("shop_id", ("record"->>'rewardId')) WHERE "state" IN ('held', 'taken');
