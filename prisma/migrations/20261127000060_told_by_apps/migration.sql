-- Other apps tell reviews and activities at a door of their own, with keys that the owner makes and withdraws.
CREATE TABLE "access_key" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "may" TEXT[] NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,

    CONSTRAINT "access_key_pkey" PRIMARY KEY ("shop_id","id")
);
CREATE UNIQUE INDEX "access_key_hash" ON "access_key" ("hash");

ALTER TABLE "feedback" ADD COLUMN "stars" INTEGER;
ALTER TABLE "feedback" ADD COLUMN "product_id" BIGINT;

-- Other apps name customers by a hash of their address. A backslash would begin a byte written otherwise.
CREATE INDEX "person_email_hash" ON "person" ("shop_id", encode(sha256(replace(lower(btrim("email")), '\', '\\')::bytea), 'hex'));
