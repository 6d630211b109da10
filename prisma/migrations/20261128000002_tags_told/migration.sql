-- News of a customer's tags come in any order: by when each tag was last told of, the older news are known.
ALTER TABLE "person" ADD COLUMN "tags_told" JSONB NOT NULL DEFAULT '{}';
