-- Stores that are looked after together. A store is looked after only by what both sides have agreed to: the one gives a
-- code that can be used once, and an owner of the other enters it there (docs/decisions/031-looked-after-by-agreement.md).
CREATE TABLE "agency" (
    "shop_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "template_id" INTEGER,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("shop_id")
);

-- Only the hash: whoever reads the database joins nothing.
CREATE TABLE "agency_code" (
    "shop_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" INTEGER,

    CONSTRAINT "agency_code_pkey" PRIMARY KEY ("shop_id","hash")
);
CREATE UNIQUE INDEX "agency_code_hash_key" ON "agency_code"("hash");

-- A row belongs to the store that is looked after: it leaves with it.
CREATE TABLE "agency_store" (
    "shop_id" INTEGER NOT NULL,
    "agency_id" INTEGER NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "joined_by" TEXT NOT NULL,

    CONSTRAINT "agency_store_pkey" PRIMARY KEY ("shop_id","agency_id"),
    CONSTRAINT "agency_store_other" CHECK ("shop_id" <> "agency_id")
);
CREATE INDEX "agency_store_agency_id_idx" ON "agency_store"("agency_id");
