-- Questions put to chance: who is in which arm follows from the salts, and nothing of it is kept but who was reached.
CREATE TABLE "experiment" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "layer" TEXT NOT NULL,
    "slots" JSONB NOT NULL DEFAULT '[]',
    "salt" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "next_turn_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "experiment_pkey" PRIMARY KEY ("shop_id","id")
);

-- Whom an experiment reached, when for the first time, and what became of what they were to be given.
CREATE TABLE "experiment_member" (
    "shop_id" INTEGER NOT NULL,
    "experiment_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "arm" TEXT NOT NULL,
    "exposed_at" TIMESTAMPTZ(3) NOT NULL,
    "gift" TEXT NOT NULL DEFAULT 'none',

    CONSTRAINT "experiment_member_pkey" PRIMARY KEY ("shop_id","experiment_id","number")
);

-- What was seen of an experiment on a day.
CREATE TABLE "experiment_look" (
    "shop_id" INTEGER NOT NULL,
    "experiment_id" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "experiment_look_pkey" PRIMARY KEY ("shop_id","experiment_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "experiment_member_shop_id_experiment_id_member_id_key" ON "experiment_member"("shop_id", "experiment_id", "member_id");

-- CreateIndex
CREATE INDEX "experiment_member_shop_id_member_id_idx" ON "experiment_member"("shop_id", "member_id");


-- What Prisma's schema language cannot say.

ALTER TABLE "experiment" ADD CONSTRAINT "experiment_state" CHECK ("state" IN ('draft', 'running', 'stopped'));
ALTER TABLE "experiment_member" ADD CONSTRAINT "experiment_member_gift" CHECK ("gift" IN ('none', 'waiting', 'given', 'refused'));
-- A shop has one control group at a time.
CREATE UNIQUE INDEX "experiment_control_group" ON "experiment" ("shop_id") WHERE "kind" = 'control-group' AND "state" = 'running';
CREATE INDEX "experiment_running" ON "experiment" ("shop_id") WHERE "state" = 'running';
CREATE INDEX "experiment_member_waiting" ON "experiment_member" ("shop_id", "experiment_id", "number") WHERE "gift" = 'waiting';
