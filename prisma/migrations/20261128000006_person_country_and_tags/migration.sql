-- Segments ask where customers live and by which tags the store knows them. Null for what nobody said.
ALTER TABLE "person" ADD COLUMN "country" TEXT;
ALTER TABLE "person" ADD COLUMN "tags" TEXT[];
