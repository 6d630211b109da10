-- What was learned of a shop's own facts (docs/models.md): the models, when they were last learned, and what they say of
-- each member. All of it can be worked out anew.

-- The last versions of each kind. `weights` is empty where a model is quicker to learn than to read.
CREATE TABLE "insight_model" (
    "shop_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "trained_at" TIMESTAMPTZ(3) NOT NULL,
    "basis" JSONB NOT NULL,
    "figures" JSONB NOT NULL,
    "weights" BYTEA,

    CONSTRAINT "insight_model_pkey" PRIMARY KEY ("shop_id","kind","version")
);

-- The last training of each shop: every night, and whenever somebody asks for it.
CREATE TABLE "insight_training" (
    "shop_id" INTEGER NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" TEXT,
    "step" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "orders" BIGINT NOT NULL DEFAULT 0,
    "failed" TEXT[] NOT NULL DEFAULT '{}',
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "insight_training_pkey" PRIMARY KEY ("shop_id")
);

-- What is expected of a member within the horizon, each with the bounds of an interval.
CREATE TABLE "member_prediction" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "model_version" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "p_alive" DOUBLE PRECISION NOT NULL,
    "p_alive_low" DOUBLE PRECISION NOT NULL,
    "p_alive_high" DOUBLE PRECISION NOT NULL,
    "expected_orders" DOUBLE PRECISION NOT NULL,
    "expected_orders_low" DOUBLE PRECISION NOT NULL,
    "expected_orders_high" DOUBLE PRECISION NOT NULL,
    "expected_value" DOUBLE PRECISION NOT NULL,
    "expected_value_low" DOUBLE PRECISION NOT NULL,
    "expected_value_high" DOUBLE PRECISION NOT NULL,
    "churn_risk" DOUBLE PRECISION NOT NULL,
    "churn_risk_low" DOUBLE PRECISION NOT NULL,
    "churn_risk_high" DOUBLE PRECISION NOT NULL,
    "next_order_on" DATE,
    "next_order_early" DATE,
    "next_order_late" DATE,
    "rfm_group" TEXT NOT NULL,
    "recency" SMALLINT NOT NULL,
    "frequency" SMALLINT NOT NULL,
    "money" SMALLINT NOT NULL,
    "purchases" INTEGER NOT NULL,
    "last_order_on" DATE NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "member_prediction_pkey" PRIMARY KEY ("shop_id","member_id")
);
-- Who is likely to leave, the likeliest first.
CREATE INDEX "member_prediction_shop_id_churn_risk_idx" ON "member_prediction"("shop_id", "churn_risk" DESC, "member_id");
