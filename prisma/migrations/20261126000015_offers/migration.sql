-- What each member is offered, with what it was decided by, and what all of it may cost: the database itself lets nobody
-- give more.
ALTER TABLE "experiment" ADD COLUMN "budget" DECIMAL(20,0);
ALTER TABLE "experiment" ADD COLUMN "committed" DECIMAL(20,0) NOT NULL DEFAULT 0;
ALTER TABLE "experiment_member" ADD COLUMN "offer" JSONB;

-- What Prisma's schema language cannot say.

ALTER TABLE "experiment" ADD CONSTRAINT "experiment_budget" CHECK ("budget" IS NULL OR "committed" <= "budget");
