import type { Mutant, Suite } from "./mutant.ts";

const app = (name: string, file: string, from: string, to: string, suite: Suite = "app"): Mutant => ({
  name,
  file: `app/${file}.ts`,
  from,
  to,
  suite,
});

/** Defects around the core: the doors, the queue, what is loaded and saved, erasure, and the verifier. */
export const APP_MUTANTS: Mutant[] = [
  app(
    "locks no member",
    "db/book-reads",
    "AND id = wanted.id OFFSET 0 FOR UPDATE) AS m`",
    "AND id = wanted.id OFFSET 0) AS m`",
    "postgres",
  ),
  app(
    "forgets the keys of adjustments",
    "db/save-book",
    "  saveAdjustmentKeys(tx, [...changes.adjustments]);\n",
    "",
  ),
  app(
    "forgets the state of an order",
    "db/save-book",
    "snapshot = coalesce(excluded.snapshot, o.snapshot)",
    "snapshot = excluded.snapshot",
  ),
  app(
    "does not save what is left of a lot",
    "db/save-book",
    "SET member_id = excluded.member_id, remaining = excluded.remaining,\n",
    "SET member_id = excluded.member_id,\n",
  ),
  app(
    "keeps codes in the letters they were made in",
    "db/book-rows",
    "code: redemption.code?.toLowerCase() ?? null,",
    "code: redemption.code ?? null,",
  ),
  app(
    "counts a repeated delivery as a new one",
    "db/deliveries",
    "ON CONFLICT (shop_id, webhook_id) DO UPDATE SET repeats = d.repeats + 1",
    "ON CONFLICT (shop_id, webhook_id) DO UPDATE SET event = excluded.event, state = excluded.state, repeats = d.repeats + 1",
  ),
  app(
    "opens the door to whoever signs wrongly",
    "webhooks.server",
    "if (refused !== null) return refused;",
    "",
  ),
  app(
    "takes orders in any currency",
    "use-cases/settle-deliveries",
    "if (programme === undefined || programme.currency === currency) return;",
    "if (programme === undefined || programme.currency !== null || currency) return;",
  ),
  app(
    "takes news of an erased person for any other",
    "use-cases/settle-deliveries",
    "if (erased.customers.size + erased.orders.size === 0) return { kept: batch, book };",
    "if (erased.customers.size + erased.orders.size >= 0) return { kept: batch, book };",
  ),
  app(
    "gives a delivery up at its first failure",
    "use-cases/settle-deliveries",
    "const MOST_ATTEMPTS = 8;",
    "const MOST_ATTEMPTS = 1;",
  ),
  app(
    "lets the time of a member run backwards",
    "loyalty/not-before",
    "return latest;",
    "return Math.min(latest, at);",
  ),
  app(
    "works off what is due before what waits",
    "use-cases/work-off-due",
    "Math.min(services.clock(), (await oldestWaiting(sql, shopId)) ?? Number.MAX_SAFE_INTEGER)",
    "services.clock() + 0 * ((await oldestWaiting(sql, shopId)) ?? 0)",
  ),
  app(
    "seals nothing",
    "use-cases/seal-ledger",
    "if (unsealed.length === 0) return 0;",
    "if (unsealed.length >= 0) return 0;",
  ),
];
