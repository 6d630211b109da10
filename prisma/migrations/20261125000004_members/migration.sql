-- What the list of members is read by, the views of it that staff keep, and what is done to many members at once.

-- People are found in the middle of a word too, and by single characters where a script has no spaces between words. Text
-- is compared without case and accents; app/db/search-words.ts writes a question in the same way.
CREATE FUNCTION "perennial_folded"("text" text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $folded$
  SELECT regexp_replace(
    translate(lower(normalize(regexp_replace(normalize("text", NFKD), '[\u0300-\u036f]', '', 'g'), NFKC)), 'ς', 'σ'),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g')
$folded$;

-- Of each word its beginnings of one and two characters (marked), all that stand in it by threes, and where it is not
-- written with an alphabet also its single characters and pairs. The shop stands in each: another shop's people are not
-- even looked at. A loop, because this runs for every new customer and a query costs twenty times as much.
CREATE FUNCTION "perennial_grams"("shop_id" integer, "words" text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT AS $grams$
DECLARE
  "word" text;
  "size" integer;
  "shop" text := "shop_id"::text || ' ';
  "grams" text[] := '{}';
BEGIN
  FOREACH "word" IN ARRAY string_to_array("words", ' ') LOOP
    "size" := char_length("word");
    CONTINUE WHEN "size" = 0;
    "grams" := array_append("grams", "shop" || '^' || left("word", 1));
    IF "size" > 1 THEN "grams" := array_append("grams", "shop" || '^' || left("word", 2)); END IF;
    FOR "start" IN 1 .. "size" - 2 LOOP
      "grams" := array_append("grams", "shop" || substr("word", "start", 3));
    END LOOP;
    CONTINUE WHEN "word" !~ '[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]';
    FOR "start" IN 1 .. "size" LOOP
      "grams" := array_append(array_append("grams", "shop" || substr("word", "start", 1)), "shop" || substr("word", "start", 2));
    END LOOP;
  END LOOP;
  RETURN "grams";
END $grams$;

ALTER TABLE "person" ADD COLUMN "words" TEXT NOT NULL DEFAULT '';
ALTER TABLE "person" ADD COLUMN "grams" TEXT[] NOT NULL DEFAULT '{}';

CREATE FUNCTION "perennial_note_words"() RETURNS trigger LANGUAGE plpgsql AS $noted$
BEGIN
  NEW."words" := perennial_folded(
    coalesce(NEW."first_name", '') || ' ' || coalesce(NEW."last_name", '') || ' ' || coalesce(NEW."email", ''));
  NEW."grams" := perennial_grams(NEW."shop_id", NEW."words");
  RETURN NEW;
END $noted$;
CREATE TRIGGER "person_words_new" BEFORE INSERT ON "person"
  FOR EACH ROW EXECUTE FUNCTION "perennial_note_words"();
-- Every order brings its customer along, mostly as they were.
CREATE TRIGGER "person_words_changed" BEFORE UPDATE ON "person" FOR EACH ROW
  WHEN ((OLD."first_name", OLD."last_name", OLD."email") IS DISTINCT FROM (NEW."first_name", NEW."last_name", NEW."email"))
  EXECUTE FUNCTION "perennial_note_words"();
UPDATE "person" SET "words" = perennial_folded(
  coalesce("first_name", '') || ' ' || coalesce("last_name", '') || ' ' || coalesce("email", ''));
UPDATE "person" SET "grams" = perennial_grams("shop_id", "words");

DROP INDEX "person_words";
CREATE INDEX "person_grams" ON "person" USING gin ("grams");
CREATE INDEX "person_language" ON "person" ("shop_id", (split_part(lower("locale"), '-', 1)));

-- Sorts of the list, and filters that few members pass.
CREATE INDEX "member_by_earned" ON "member" ("shop_id", "earned", "id") WHERE "merged_into" IS NULL AND "id" > 0;
CREATE INDEX "member_by_known_since" ON "member" ("shop_id", "known_since", "id")
  WHERE "merged_into" IS NULL AND "id" > 0;
CREATE INDEX "member_by_activity" ON "member" ("shop_id", (coalesce(("record"->>'lastActivityAt')::bigint, 0)))
  WHERE "merged_into" IS NULL AND "id" > 0;
CREATE INDEX "member_by_level" ON "member" ("shop_id", "level") WHERE "merged_into" IS NULL AND "id" > 0;
CREATE INDEX "member_held" ON "member" ("shop_id", "id") WHERE "held" > 0;
CREATE INDEX "member_owed" ON "member" ("shop_id", "id") WHERE "owed" > 0;
CREATE INDEX "member_out" ON "member" ("shop_id", "id") WHERE "record"->'absences' @> '[{"to": null}]';
CREATE INDEX "member_birthday" ON "member" ("shop_id", (("record"->'birthday'->>'month')::int))
  WHERE ("record"->'birthday'->>'month') IS NOT NULL;
CREATE INDEX "lot_available" ON "lot" ("shop_id", "available_at") WHERE "remaining" > 0;
CREATE INDEX "lot_not_before" ON "lot" ("shop_id", (("record"->>'notBefore')::bigint))
  WHERE "remaining" > 0 AND ("record"->>'notBefore')::bigint IS NOT NULL;
CREATE INDEX "lot_own_date" ON "lot" ("shop_id", (("record"->>'endsAt')::bigint))
  WHERE "remaining" > 0 AND jsonb_typeof("record"->'endsAt') = 'number';

-- Every redemption of a shop, the newest first, and codes that somebody was given.
CREATE INDEX "redemption_by_time" ON "redemption" ("shop_id", (("record"->>'heldAt')::bigint), "id");
CREATE INDEX "issued_code_code" ON "issued_code" ("shop_id", lower("code"));

-- A view of the list that somebody of the staff keeps: what its address asks for.
CREATE TABLE "member_view" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filters" TEXT NOT NULL,
    "search" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_view_pkey" PRIMARY KEY ("shop_id","id")
);

-- What is done to many members at once, and to each of them.
CREATE TABLE "bulk_run" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "terms" JSONB NOT NULL,
    "filters" TEXT NOT NULL,
    "search" TEXT NOT NULL DEFAULT '',
    "members" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("shop_id","id")
);
CREATE TABLE "bulk_row" (
    "shop_id" INTEGER NOT NULL,
    "run_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "bulk_row_pkey" PRIMARY KEY ("shop_id","run_id","number")
);
CREATE UNIQUE INDEX "bulk_row_shop_id_run_id_member_id_key" ON "bulk_row"("shop_id", "run_id", "member_id");
CREATE INDEX "bulk_row_shop_id_run_id_state_number_idx" ON "bulk_row"("shop_id", "run_id", "state", "number");
CREATE INDEX "bulk_row_shop_id_member_id_idx" ON "bulk_row"("shop_id", "member_id");


-- What Prisma's schema language cannot say.

ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_kind" CHECK ("kind" IN ('adjust', 'grant'));
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_state"
  CHECK ("state" IN ('running', 'stopped', 'done', 'undoing', 'undone'));
ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_state"
  CHECK ("state" IN ('waiting', 'done', 'refused', 'undone', 'kept'));
