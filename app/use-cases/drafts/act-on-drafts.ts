import { findWrittenText, listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { fieldsOf, readFormId } from "../read-form.ts";
import type { Services } from "../services.ts";
import { discardDraft, restoreDraft } from "./discard-draft.ts";
import type { Actor } from "./draft-actor.ts";
import { startDraft } from "./start-draft.ts";

export type ActedOnDrafts =
  | { outcome: "started"; id: string }
  | { outcome: "discarded"; id: string; name: string }
  | { outcome: "restored"; id: string }
  /** There is no such draft any more. */
  | { outcome: "gone" };

/** Begins a draft of what the newest version says, throws one away, or takes that back. */
export async function actOnDrafts(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { form, actor }: { form: FormData; actor: Actor },
): Promise<ActedOnDrafts> {
  const text = fieldsOf(form);
  const id = text("id");
  switch (text("intent")) {
    case "start":
      return startEditing(services, shop, { name: text("name"), key: text("key"), actor });
    case "discard":
      return (await discardDraft(services, shop, { id, ...actor }))
        ? { outcome: "discarded", id, name: text("name") }
        : { outcome: "gone" };
    case "restore":
      return (await restoreDraft(services, shop, { id, ...actor }))
        ? { outcome: "restored", id }
        : { outcome: "gone" };
    default:
      return { outcome: "gone" };
  }
}

async function startEditing(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { name, key, actor }: { name: string; key: string; actor: Actor },
): Promise<ActedOnDrafts> {
  const versions = await listVersions(services.db.sql, shop.id);
  const newest = versions.at(-1);
  // When the newest version started is its own.
  const { effectiveFrom: _start, ...document } = newest?.programme.document ?? {
    programme: shop.name,
    currency: shop.currency,
    timezone: shop.timezone,
    earning: { rules: [] },
  };
  const wished = readFormId(key);
  const { id } = await startDraft(services, shop, {
    ...{ name, document, basedOn: newest?.number ?? 0, ...actor },
    written: newest === undefined ? null : await findWrittenText(services.db.sql, shop.id, newest.number),
    ...(wished === null ? {} : { id: wished }),
  });
  return { outcome: "started", id };
}
