-- CreateTable
CREATE TABLE "member_import" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "header" TEXT[],
    "settings" JSONB NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "receipt" JSONB,
    "reason" TEXT,

    CONSTRAINT "member_import_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "shop_id" INTEGER NOT NULL,
    "import_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "cells" TEXT[],
    "member_id" BIGINT,
    "leader" INTEGER,
    "points" BIGINT,
    "values" JSONB,
    "faults" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("shop_id","import_id","number")
);

-- CreateTable
CREATE TABLE "imported_entry" (
    "shop_id" INTEGER NOT NULL,
    "import_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "points" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "imported_entry_pkey" PRIMARY KEY ("shop_id","import_id","number")
);

-- CreateTable
CREATE TABLE "referral_code" (
    "shop_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "import_id" TEXT NOT NULL,

    CONSTRAINT "referral_code_pkey" PRIMARY KEY ("shop_id","code")
);

-- CreateIndex
CREATE INDEX "import_row_shop_id_import_id_state_leader_idx" ON "import_row"("shop_id", "import_id", "state", "leader");

-- CreateIndex
CREATE INDEX "import_row_shop_id_member_id_idx" ON "import_row"("shop_id", "member_id");

-- CreateIndex
CREATE INDEX "imported_entry_shop_id_member_id_at_idx" ON "imported_entry"("shop_id", "member_id", "at");

-- CreateIndex
CREATE INDEX "referral_code_shop_id_member_id_idx" ON "referral_code"("shop_id", "member_id");


-- What Prisma's schema language cannot say.

ALTER TABLE "member_import" ADD CONSTRAINT "member_import_state"
  CHECK ("state" IN ('reading', 'read', 'checking', 'checked', 'applying', 'applied', 'flagged', 'undoing', 'undone'));
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_state"
  CHECK ("state" IN ('read', 'ready', 'faulty', 'posted', 'undone'));
-- What is on its way into the books has somebody whose it is; what has arrived says nothing more of them.
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_has_member"
  CHECK ("state" NOT IN ('ready', 'posted') OR ("member_id" IS NOT NULL AND "points" IS NOT NULL));
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_forgets"
  CHECK ("state" NOT IN ('posted', 'undone') OR "cells" IS NULL);

-- People of a file are looked for by their addresses before the store is asked.
CREATE INDEX "person_email" ON "person" ("shop_id", lower("email"));
