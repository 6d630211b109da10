-- Programmes that somebody is writing: they may be faulty, and nothing goes by them. One that was thrown away is kept for
-- a while, so that throwing it away can be undone.
CREATE TABLE "programme_draft" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "based_on" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,
    "discarded_at" TIMESTAMPTZ(3),

    CONSTRAINT "programme_draft_pkey" PRIMARY KEY ("shop_id","id")
);
