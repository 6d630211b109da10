-- What customers wrote, what it says, and who answers it until when.
CREATE TABLE "feedback" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "member_id" BIGINT,
    "order_id" BIGINT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "message" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "is_known" BOOLEAN NOT NULL,
    "label" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "topics" JSONB NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "state_at" TIMESTAMPTZ(3) NOT NULL,
    "state_by" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("shop_id","id"),
    CONSTRAINT "feedback_label" CHECK ("label" IN ('positive', 'neutral', 'negative')),
    CONSTRAINT "feedback_state" CHECK ("state" IN ('open', 'answered', 'closed'))
);

-- Told of twice, it is kept once.
CREATE UNIQUE INDEX "feedback_source" ON "feedback" ("shop_id", "source", "source_key");

-- What is open, the unhappy first, then whoever has waited longest.
CREATE INDEX "feedback_open" ON "feedback" ("shop_id", ("label" <> 'negative'), "answer_by", "id") WHERE "state" = 'open';

CREATE INDEX "feedback_received" ON "feedback" ("shop_id", "received_at", "id");

CREATE INDEX "feedback_member" ON "feedback" ("shop_id", "member_id");
