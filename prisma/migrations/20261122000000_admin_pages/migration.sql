-- What the admin's lists are read by. Pages follow each other by key, so the thousandth costs what the first does.

CREATE INDEX "member_by_last_change" ON "member" ("shop_id", (coalesce("last_change_at", "known_since")), "id")
  WHERE "merged_into" IS NULL AND "id" > 0;
CREATE INDEX "member_by_balance" ON "member" ("shop_id", "available", "id")
  WHERE "merged_into" IS NULL AND "id" > 0;

-- People are found by the beginning of any word of their name or address. The shop stands in the words too: another
-- shop's people are not even looked at. app/db/member-list.ts asks with the same expression.
CREATE INDEX "person_words" ON "person" USING gin (
  to_tsvector('simple'::regconfig, 'shop' || "shop_id"::text || ' ' ||
    translate(coalesce("first_name", '') || ' ' || coalesce("last_name", '') || ' ' || coalesce("email", ''),
      '@.-_+''’/', '        ')));

-- Deliveries are written in the order of their arrival, so a few bytes for many pages are enough to count a day.
CREATE INDEX "delivery_received" ON "delivery" USING brin ("received_at");
