-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "scope" TEXT,
    "expires" TIMESTAMP(3),
    "accessToken" TEXT NOT NULL,
    "userId" BIGINT,
    "firstName" TEXT,
    "lastName" TEXT,
    "email" TEXT,
    "accountOwner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "collaborator" BOOLEAN DEFAULT false,
    "emailVerified" BOOLEAN DEFAULT false,
    "refreshToken" TEXT,
    "refreshTokenExpires" TIMESTAMP(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shop" (
    "id" SERIAL NOT NULL,
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "programme_stale" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "shop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_version" (
    "shop_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "programme_version_pkey" PRIMARY KEY ("shop_id","number")
);

-- CreateTable
CREATE TABLE "delivery" (
    "shop_id" INTEGER NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "event_id" TEXT,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "event" JSONB,
    "body" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "member_id" BIGINT,
    "order_id" BIGINT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("shop_id","webhook_id")
);

-- CreateTable
CREATE TABLE "member" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "known_since" TIMESTAMPTZ(3) NOT NULL,
    "pending" BIGINT NOT NULL DEFAULT 0,
    "available" BIGINT NOT NULL DEFAULT 0,
    "held" BIGINT NOT NULL DEFAULT 0,
    "owed" BIGINT NOT NULL DEFAULT 0,
    "earned" BIGINT NOT NULL DEFAULT 0,
    "redeemed" BIGINT NOT NULL DEFAULT 0,
    "expired" BIGINT NOT NULL DEFAULT 0,
    "level" TEXT,
    "merged_into" BIGINT,
    "next_due_at" TIMESTAMPTZ(3),
    "seq" BIGINT NOT NULL DEFAULT 0,
    "head" TEXT NOT NULL DEFAULT '',
    "last_change_at" TIMESTAMPTZ(3),
    "sealed_seq" BIGINT NOT NULL DEFAULT 0,
    "record" JSONB NOT NULL,
    "summary_stale" BOOLEAN NOT NULL DEFAULT true,
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "shop_id" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "first_name" TEXT,
    "last_name" TEXT,
    "email" TEXT,
    "locale" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("shop_id","member_id")
);

-- CreateTable
CREATE TABLE "lot" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "order_id" BIGINT,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "remaining" BIGINT NOT NULL,
    "held" BIGINT NOT NULL,
    "record" JSONB NOT NULL,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "order" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "member_id" BIGINT,
    "member_ids" BIGINT[],
    "name" TEXT NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "posted" BIGINT NOT NULL,
    "pending" BIGINT NOT NULL,
    "codes" TEXT[],
    "record" JSONB NOT NULL,
    "snapshot" JSONB,

    CONSTRAINT "order_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "redemption" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "code" TEXT,
    "state" TEXT NOT NULL,
    "order_id" BIGINT,
    "record" JSONB NOT NULL,

    CONSTRAINT "redemption_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "activity" (
    "shop_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "record" JSONB NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("shop_id","key")
);

-- CreateTable
CREATE TABLE "adjustment_key" (
    "shop_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "adjustment_key_pkey" PRIMARY KEY ("shop_id","key")
);

-- CreateTable
CREATE TABLE "ledger_transaction" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "member_id" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "event_id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "explanation" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ledger_transaction_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "posting" (
    "shop_id" INTEGER NOT NULL,
    "transaction_id" BIGINT NOT NULL,
    "n" INTEGER NOT NULL,
    "member_id" BIGINT NOT NULL,
    "debit" TEXT NOT NULL,
    "credit" TEXT NOT NULL,
    "points" BIGINT NOT NULL,
    "lot_id" TEXT,
    "order_id" BIGINT,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("shop_id","transaction_id","n")
);

-- CreateTable
CREATE TABLE "seal" (
    "shop_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heads" JSONB NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("shop_id","number")
);

-- CreateTable
CREATE TABLE "product" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGINT NOT NULL,
    "tags" TEXT[],
    "collections" TEXT[],
    "product_type" TEXT,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "erased_id" (
    "shop_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "erased_id_pkey" PRIMARY KEY ("shop_id","hash")
);

-- CreateTable
CREATE TABLE "data_request" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "member_id" BIGINT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "file" JSONB NOT NULL,

    CONSTRAINT "data_request_pkey" PRIMARY KEY ("shop_id","id")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "session_shop_idx" ON "session"("shop");

-- CreateIndex
CREATE UNIQUE INDEX "shop_domain_key" ON "shop"("domain");

-- CreateIndex
CREATE INDEX "delivery_shop_id_state_seq_idx" ON "delivery"("shop_id", "state", "seq");

-- CreateIndex
CREATE INDEX "delivery_shop_id_member_id_idx" ON "delivery"("shop_id", "member_id");

-- CreateIndex
CREATE INDEX "member_shop_id_last_change_at_idx" ON "member"("shop_id", "last_change_at");

-- CreateIndex
CREATE INDEX "order_shop_id_member_id_processed_at_idx" ON "order"("shop_id", "member_id", "processed_at");

-- CreateIndex
CREATE INDEX "redemption_shop_id_member_id_idx" ON "redemption"("shop_id", "member_id");

-- CreateIndex
CREATE INDEX "redemption_shop_id_code_idx" ON "redemption"("shop_id", "code");

-- CreateIndex
CREATE INDEX "redemption_shop_id_order_id_idx" ON "redemption"("shop_id", "order_id");

-- CreateIndex
CREATE INDEX "activity_shop_id_member_id_idx" ON "activity"("shop_id", "member_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_shop_id_key_key" ON "ledger_transaction"("shop_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_shop_id_member_id_seq_key" ON "ledger_transaction"("shop_id", "member_id", "seq");

-- CreateIndex
CREATE INDEX "posting_shop_id_member_id_idx" ON "posting"("shop_id", "member_id");


-- What Prisma's schema language cannot say.

-- Balances never fall below nothing, whatever the code above believes.
ALTER TABLE "member" ADD CONSTRAINT "member_never_negative"
  CHECK ("pending" >= 0 AND "available" >= 0 AND "held" >= 0 AND "owed" >= 0);
ALTER TABLE "lot" ADD CONSTRAINT "lot_never_negative" CHECK ("remaining" >= 0 AND "held" >= 0);
ALTER TABLE "posting" ADD CONSTRAINT "posting_moves_points" CHECK ("points" > 0 AND "debit" <> "credit");

-- The queue of deliveries, the storefront's stale copies and what falls due are asked for all the time
-- and are few among many.
CREATE INDEX "delivery_waiting" ON "delivery" ("shop_id", "seq") WHERE "state" = 'waiting';
CREATE INDEX "member_summary_stale" ON "member" ("shop_id", "id") WHERE "summary_stale";
CREATE INDEX "member_unsealed" ON "member" ("shop_id", "id") WHERE "seq" > "sealed_seq";
CREATE INDEX "member_due" ON "member" ("next_due_at", "shop_id") WHERE "next_due_at" IS NOT NULL;
CREATE INDEX "lot_open" ON "lot" ("shop_id", "member_id") WHERE "remaining" > 0 OR "held" > 0;
CREATE INDEX "order_members" ON "order" USING gin ("member_ids");
CREATE INDEX "order_codes" ON "order" USING gin ("codes");

-- The ledger is append-only. Two things alone may touch it, and must say so first: the erasure of a whole shop, and
-- the erasure of a person, which puts another number in the place of the customer id and changes nothing else (the
-- hash chain knows the member by a pseudonym).
CREATE FUNCTION "refuse_ledger_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('perennial.erasing_shop', true) = OLD."shop_id"::text THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME <> 'seal' AND current_setting('perennial.erasing_member', true) <> '' THEN
    IF OLD."member_id"::text = current_setting('perennial.erasing_member')
       AND to_jsonb(OLD) - 'member_id' = to_jsonb(NEW) - 'member_id' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the ledger is append-only: % on % refused', TG_OP, TG_TABLE_NAME;
END $$;
CREATE TRIGGER "ledger_transaction_append_only" BEFORE UPDATE OR DELETE ON "ledger_transaction"
  FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();
CREATE TRIGGER "posting_append_only" BEFORE UPDATE OR DELETE ON "posting"
  FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();
CREATE TRIGGER "seal_append_only" BEFORE UPDATE OR DELETE ON "seal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();
