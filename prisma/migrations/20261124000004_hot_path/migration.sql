-- Each index is written with every order. By these two nobody looks anything up: members are listed by
-- member_by_last_change, and a member's postings are found by their transactions.
DROP INDEX "member_shop_id_last_change_at_idx";
DROP INDEX "posting_shop_id_member_id_idx";

-- The state of an order, and the news that brought it, are some kilobytes: to compress them takes longer than to write
-- them, and they are read again within days or never.
ALTER TABLE "order" SET (toast_tuple_target = 8160);
ALTER TABLE "delivery" SET (toast_tuple_target = 8160);
