-- Reports of the members of a saved segment: its sums are kept beside those of all, from when somebody first asks for them.
CREATE TABLE "figure_segment" (
    "shop_id" INTEGER NOT NULL,
    "segment_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "ready" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "figure_segment_pkey" PRIMARY KEY ("shop_id","segment_id")
);

CREATE TABLE "figure_segment_member" (
    "shop_id" INTEGER NOT NULL,
    "segment_id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,

    CONSTRAINT "figure_segment_member_pkey" PRIMARY KEY ("shop_id","segment_id","member_id")
);
CREATE INDEX "figure_segment_member_shop_id_member_id_idx" ON "figure_segment_member"("shop_id", "member_id");
