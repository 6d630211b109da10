-- Who of the store's staff has opened the app, what they may do, and what each of them did.
CREATE TABLE "staff_member" (
    "shop_id" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "account_owner" BOOLEAN NOT NULL DEFAULT false,
    "role" TEXT,
    "role_given_by" TEXT,
    "role_given_at" TIMESTAMPTZ(3),
    "locale" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "learned_at" TIMESTAMPTZ(3),
    "ask_after" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("shop_id","id")
);

CREATE TABLE "staff_action" (
    "shop_id" INTEGER NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "staff_action_pkey" PRIMARY KEY ("shop_id","id")
);
CREATE INDEX "staff_action_shop_id_staff_at_idx" ON "staff_action"("shop_id", "staff", "at");
CREATE INDEX "staff_action_shop_id_action_id_idx" ON "staff_action"("shop_id", "action", "id");
CREATE INDEX "staff_action_shop_id_at_idx" ON "staff_action"("shop_id", "at");
CREATE INDEX "staff_action_shop_id_subject_kind_subject_id_idx" ON "staff_action"("shop_id", "subject_kind", "subject_id");

-- A log that can be written anew proves nothing: its lines only change where a person of the store is erased, and only
-- go with the shop or once they are older than the merchant keeps them.
CREATE FUNCTION "refuse_log_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('perennial.erasing_shop', true) = OLD."shop_id"::text THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'DELETE' AND OLD."at" < nullif(current_setting('perennial.forgetting_before', true), '')::timestamptz THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND current_setting('perennial.erasing_member', true) <> ''
     AND to_jsonb(OLD) - 'subject_id' - 'detail' = to_jsonb(NEW) - 'subject_id' - 'detail' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the log of what staff did is append-only: % refused', TG_OP;
END $$;
CREATE TRIGGER "staff_action_append_only" BEFORE UPDATE OR DELETE ON "staff_action"
  FOR EACH ROW EXECUTE FUNCTION "refuse_log_change"();

-- What the owner has decided about the app in this shop; a shop without a row has what stands in the code.
CREATE TABLE "shop_settings" (
    "shop_id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "shop_settings_pkey" PRIMARY KEY ("shop_id")
);
