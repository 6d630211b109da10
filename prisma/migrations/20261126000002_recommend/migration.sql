-- What the store sells, for whoever recommends it: all of it, while "product" holds what orders were settled by.
CREATE TABLE "catalogue_product" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "handle" TEXT,
    "vendor" TEXT,
    "product_type" TEXT,
    "tags" TEXT[] NOT NULL,
    "collections" TEXT[] NOT NULL,
    "price" BIGINT,
    "cost" BIGINT,
    "image" TEXT,
    "status" TEXT NOT NULL,
    "published" BOOLEAN NOT NULL,
    "tracked" BOOLEAN NOT NULL,
    "in_stock" BOOLEAN NOT NULL,
    "gift_card" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalogue_product_pkey" PRIMARY KEY ("shop_id","id")
);

-- What is recommended beside a product, and to a member: worked out by a job, and published from here.
CREATE TABLE "product_picks" (
    "shop_id" INTEGER NOT NULL,
    "product_id" BIGINT NOT NULL,
    "picks" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_picks_pkey" PRIMARY KEY ("shop_id","product_id")
);
CREATE INDEX "product_picks_unpublished" ON "product_picks" ("shop_id", "product_id") WHERE "published_at" IS NULL;

CREATE TABLE "member_picks" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "picks" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_picks_pkey" PRIMARY KEY ("shop_id","member_id")
);
CREATE INDEX "member_picks_unpublished" ON "member_picks" ("shop_id", "member_id") WHERE "published_at" IS NULL;

-- What the merchant has decided about it.
CREATE TABLE "recommend_rules" (
    "shop_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "recommend_rules_pkey" PRIMARY KEY ("shop_id")
);
