-- What moved no points stands in no ledger: members' own pages find it by when it happened. Only such rows are indexed,
-- so that everything else is written as fast as before.
CREATE INDEX "activity_unrewarded" ON "activity" ("shop_id", "member_id", (("record"->>'at')::bigint), "key")
    WHERE "record"->'earned' = '[]';
CREATE INDEX "redemption_refused" ON "redemption" ("shop_id", "member_id", (("record"->>'heldAt')::bigint), "id")
    WHERE "state" = 'refused';

-- Who was merged into somebody: asked for on their page, and whenever a person is erased.
CREATE INDEX "member_merged" ON "member" ("shop_id", "merged_into") WHERE "merged_into" IS NOT NULL;
