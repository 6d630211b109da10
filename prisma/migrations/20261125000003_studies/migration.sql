-- What a change of the programme would do, worked out beforehand: one row for each thing that was asked.
CREATE TABLE "study" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "of" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "reason" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "study_pkey" PRIMARY KEY ("shop_id","id")
);

-- Whom a study names: who moves, gains and loses.
CREATE TABLE "study_member" (
    "shop_id" INTEGER NOT NULL,
    "study_id" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "study_member_pkey" PRIMARY KEY ("shop_id","study_id","list","place")
);

-- CreateIndex
CREATE INDEX "study_member_shop_id_member_id_idx" ON "study_member"("shop_id", "member_id");

-- A shop that is done with its first steps is led to its home from then on.
CREATE TABLE "onboarding" (
    "shop_id" INTEGER NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by" TEXT NOT NULL,

    CONSTRAINT "onboarding_pkey" PRIMARY KEY ("shop_id")
);


-- What Prisma's schema language cannot say.

ALTER TABLE "study" ADD CONSTRAINT "study_state" CHECK ("state" IN ('waiting', 'done', 'failed'));

-- Shops that have changed their programme already are past their first steps.
INSERT INTO "onboarding" ("shop_id", "ended_at", "ended_by")
  SELECT "shop_id", min("saved_at"), min("saved_by") FROM "programme_version" WHERE "number" > 1 GROUP BY "shop_id";
