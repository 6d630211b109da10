-- What members agreed to, each purpose by itself, and since when: the word that stands, not those before it.
CREATE TABLE "consent" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "purpose" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("shop_id","member_id","purpose")
);
