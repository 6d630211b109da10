-- The seal that holds the member's newest sealed head: a receipt finds its place without reading the others.
ALTER TABLE "member" ADD COLUMN "sealed_in" INTEGER;
UPDATE "member" SET "sealed_seq" = 0;
TRUNCATE TABLE "signed_head", "seal";
