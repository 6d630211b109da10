-- Whether all tags of a customer are known, or only those that were given or taken since the app listens.
ALTER TABLE "person" ADD COLUMN "tags_known" BOOLEAN NOT NULL DEFAULT false;
