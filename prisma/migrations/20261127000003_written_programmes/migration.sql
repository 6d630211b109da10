-- Comments and the order of keys are kept of what was written as code.
ALTER TABLE "programme_version" ADD COLUMN "written" TEXT;
ALTER TABLE "programme_draft" ADD COLUMN "written" TEXT;
