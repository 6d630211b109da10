-- CreateTable
CREATE TABLE "reconciliation" (
    "shop_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "asked_by" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "window_from" TIMESTAMPTZ(3) NOT NULL,
    "window_to" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "step" TEXT NOT NULL,
    "cursor" TEXT,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_failure" TEXT,
    "stuck" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "reconciliation_pkey" PRIMARY KEY ("shop_id","number")
);

-- CreateTable
CREATE TABLE "reconciliation_finding" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "run" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "webhook_id" TEXT,
    "order_id" BIGINT,
    "member_id" BIGINT,
    "name" TEXT,
    "points" BIGINT,
    "detail" TEXT,

    CONSTRAINT "reconciliation_finding_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateIndex
CREATE INDEX "reconciliation_finding_shop_id_run_id_idx" ON "reconciliation_finding"("shop_id", "run", "id");

-- CreateIndex
CREATE INDEX "reconciliation_finding_shop_id_webhook_id_idx" ON "reconciliation_finding"("shop_id", "webhook_id");


-- What Prisma's schema language cannot say.

ALTER TABLE "reconciliation" ADD CONSTRAINT "reconciliation_cause"
  CHECK ("cause" IN ('schedule', 'installation', 'staff'));
ALTER TABLE "reconciliation" ADD CONSTRAINT "reconciliation_outcome"
  CHECK (("outcome" IS NULL) = ("finished_at" IS NULL) AND "outcome" IN ('done', 'stopped'));

-- One at a time: whoever asks meanwhile joins the one under way.
CREATE UNIQUE INDEX "reconciliation_open" ON "reconciliation" ("shop_id") WHERE "finished_at" IS NULL;

-- Orders of the last weeks are looked for in the store. They are written about in the order in which they were
-- processed, so a few bytes for many pages are enough to find them.
CREATE INDEX "order_processed" ON "order" USING brin ("processed_at");
