-- AlterTable
ALTER TABLE "member" ADD COLUMN "summary_marks" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "benefit" (
    "shop_id" INTEGER NOT NULL,
    "redemption_id" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "reference" TEXT,
    "watermark" TEXT,
    "reason" TEXT,

    CONSTRAINT "benefit_pkey" PRIMARY KEY ("shop_id","redemption_id")
);

-- CreateTable
CREATE TABLE "redemption_refusal" (
    "shop_id" INTEGER NOT NULL,
    "redemption_id" TEXT NOT NULL,
    "refusal" JSONB NOT NULL,

    CONSTRAINT "redemption_refusal_pkey" PRIMARY KEY ("shop_id","redemption_id")
);

-- CreateTable
CREATE TABLE "store_pause" (
    "shop_id" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "store_pause_pkey" PRIMARY KEY ("shop_id")
);

-- CreateTable
CREATE TABLE "reward_issue" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "reward_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "reward_issue_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "issue_batch" (
    "shop_id" INTEGER NOT NULL,
    "issue_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "discount" TEXT,
    "creation" TEXT,
    "reason" TEXT,

    CONSTRAINT "issue_batch_pkey" PRIMARY KEY ("shop_id","issue_id","number")
);

-- CreateTable
CREATE TABLE "issued_code" (
    "shop_id" INTEGER NOT NULL,
    "issue_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "batch" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "issued_code_pkey" PRIMARY KEY ("shop_id","issue_id","member_id")
);

-- CreateIndex
CREATE INDEX "issued_code_shop_id_member_id_idx" ON "issued_code"("shop_id", "member_id");

-- CreateIndex
CREATE INDEX "issued_code_shop_id_issue_id_batch_idx" ON "issued_code"("shop_id", "issue_id", "batch");


-- What Prisma's schema language cannot say.

ALTER TABLE "benefit" ADD CONSTRAINT "benefit_task" CHECK ("task" IN ('make', 'disable'));
ALTER TABLE "benefit" ADD CONSTRAINT "benefit_state" CHECK ("state" IN ('due', 'by-hand', 'done', 'refused'));
ALTER TABLE "benefit" ADD CONSTRAINT "benefit_attempts" CHECK ("attempts" >= 0);
ALTER TABLE "issue_batch" ADD CONSTRAINT "issue_batch_state"
  CHECK ("state" IN ('due', 'adding', 'done', 'refused', 'disabled'));
ALTER TABLE "issued_code" ADD CONSTRAINT "issued_code_state" CHECK ("state" IN ('waiting', 'ready', 'refused'));

-- What is to be done is asked for all the time and is little among much that is done.
CREATE INDEX "benefit_due" ON "benefit" ("shop_id", "due_at") WHERE "state" = 'due';
CREATE INDEX "benefit_by_hand" ON "benefit" ("shop_id", "due_at") WHERE "state" = 'by-hand';
CREATE INDEX "issue_batch_due" ON "issue_batch" ("shop_id", "due_at") WHERE "state" IN ('due', 'adding');
