-- The explanation is kept as the very text that was hashed: the canonical form can then be put together from the row
-- as it stands, by the database itself, and a large ledger is read in seconds.
ALTER TABLE "ledger_transaction" ALTER COLUMN "explanation" TYPE TEXT USING "explanation"::text;

-- Seals hash their heads as a tree from here on, so that a receipt names one head and no others. Those of before, made
-- by no live shop, are made anew by the next sealing.
TRUNCATE TABLE "seal";
UPDATE "member" SET "sealed_seq" = 0 WHERE "sealed_seq" > 0;

-- CreateTable
CREATE TABLE "signed_head" (
    "shop_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "first_seal" INTEGER NOT NULL,
    "last_seal" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "signed_head_pkey" PRIMARY KEY ("shop_id","number")
);

-- CreateTable
CREATE TABLE "verification" (
    "shop_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "transactions" INTEGER NOT NULL,
    "fault" TEXT,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("shop_id")
);

-- CreateIndex
CREATE INDEX "signed_head_shop_id_last_seal_idx" ON "signed_head"("shop_id", "last_seal");

-- What was signed is as little to be changed as what it speaks of.
CREATE TRIGGER "signed_head_append_only" BEFORE UPDATE OR DELETE ON "signed_head"
  FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();
