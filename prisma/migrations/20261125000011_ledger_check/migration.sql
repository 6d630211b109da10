-- A reading of the whole ledger that somebody asked for: how far it is, and what it found. The last one of each shop.
CREATE TABLE "ledger_check" (
    "shop_id" INTEGER NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "done" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "transactions" INTEGER,
    "head" TEXT,
    "fault" TEXT,

    CONSTRAINT "ledger_check_pkey" PRIMARY KEY ("shop_id")
);
