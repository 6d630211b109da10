-- What is set aside for each member, of experiments with gifts as well: what prices do afterwards changes no sum.
ALTER TABLE "experiment_member" ADD COLUMN "cost" DECIMAL(20,0);
UPDATE "experiment_member" SET "cost" = ("offer"->>'cost')::numeric WHERE "offer" IS NOT NULL AND "gift" IN ('waiting', 'given');

-- Of offers that end at a time: what went back into the budget because nobody used it; null until that is known. And the
-- month of the shop's calendar that their cost counts in.
ALTER TABLE "experiment" ADD COLUMN "given_back" DECIMAL(20,0);
ALTER TABLE "experiment" ADD COLUMN "month" TEXT;
UPDATE "experiment" e SET "month" = to_char(e."started_at" AT TIME ZONE s."timezone", 'YYYY-MM') FROM "shop" s
  WHERE s."id" = e."shop_id" AND e."kind" = 'offers' AND e."started_at" IS NOT NULL;

-- What all personal offers of a month may cost together.
CREATE TABLE "offer_budget" (
    "shop_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "amount" DECIMAL(20,0),
    "carries" BOOLEAN NOT NULL DEFAULT false,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "offer_budget_pkey" PRIMARY KEY ("shop_id")
);

-- What is set aside in a month, and what may be at most; null for no end.
CREATE TABLE "offer_month" (
    "shop_id" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "carried" DECIMAL(20,0) NOT NULL DEFAULT 0,
    "budget" DECIMAL(20,0),
    "committed" DECIMAL(20,0) NOT NULL DEFAULT 0,

    CONSTRAINT "offer_month_pkey" PRIMARY KEY ("shop_id","month")
);

INSERT INTO "offer_month" ("shop_id", "month", "committed")
  SELECT "shop_id", "month", sum("committed") FROM "experiment" WHERE "month" IS NOT NULL GROUP BY 1, 2;


-- What Prisma's schema language cannot say.

ALTER TABLE "offer_month" ADD CONSTRAINT "offer_month_budget" CHECK ("budget" IS NULL OR "committed" <= "budget");
