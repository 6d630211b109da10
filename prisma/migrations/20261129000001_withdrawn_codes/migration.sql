-- Codes of members who were erased before they used them: the store is asked to take them no more.
CREATE TABLE "withdrawn_code" (
    "shop_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "withdrawn_code_pkey" PRIMARY KEY ("shop_id","code")
);
