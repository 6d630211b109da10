-- What a person is found by goes letter by letter, and each step of a long text costs as much as the text is long: a name
-- of ten thousand characters held its shop up for half a minute. Shopify keeps 255 of a name; no address is longer than 320.
CREATE OR REPLACE FUNCTION "perennial_note_words"() RETURNS trigger LANGUAGE plpgsql AS $noted$
BEGIN
  NEW."words" := perennial_folded(
    coalesce(left(NEW."first_name", 255), '') || ' ' || coalesce(left(NEW."last_name", 255), '') || ' '
      || coalesce(left(NEW."email", 320), ''));
  NEW."grams" := perennial_grams(NEW."shop_id", NEW."words");
  RETURN NEW;
END $noted$;
