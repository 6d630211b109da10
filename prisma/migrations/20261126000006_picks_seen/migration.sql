-- What shoppers did with what was recommended, by day. No row tells of a person.
CREATE TABLE "pick_event" (
    "shop_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "list" TEXT NOT NULL,
    "source_id" BIGINT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "clicked" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pick_event_pkey" PRIMARY KEY ("shop_id","day","list","source_id","product_id")
);

-- Who was counted already: a visitor counts once a day for each event. A keyed hash of that day, gone a day later.
CREATE TABLE "pick_visit" (
    "shop_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "visitor" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "pick" TEXT NOT NULL,

    CONSTRAINT "pick_visit_pkey" PRIMARY KEY ("shop_id","day","visitor","event","pick")
);

-- What members do not want to be shown.
CREATE TABLE "pick_refusal" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pick_refusal_pkey" PRIMARY KEY ("shop_id","member_id","product_id")
);

-- What was bought on a recommendation is read from the orders themselves: only those are indexed.
CREATE INDEX "order_picked" ON "order" ("shop_id", "processed_at")
    WHERE jsonb_path_exists("snapshot", '$.order.lines[*].pick');
