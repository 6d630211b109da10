import { findByEmail, findMembers } from "../../db/imported.ts";
import { findNamings, NAMELESS, type Naming } from "../../db/persons.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";

export interface NamedOther extends Naming {
  id: MemberId;
}

export type Named = { outcome: "found"; other: NamedOther } | { outcome: "unknown-other" | "several" };

/** Whom staff mean by a customer number, the address of a customer's page in Shopify, or an e-mail address. */
export async function findNamed({ db: { sql } }: Services, shop: ShopRow, text: string): Promise<Named> {
  const ids = text.includes("@")
    ? ((await findByEmail(sql, shop.id, [text.trim().toLowerCase()])).get(text.trim().toLowerCase()) ?? [])
    : idsIn(text);
  const known = [...(await findMembers(sql, shop.id, ids))];
  const [id] = known;
  if (id === undefined) return { outcome: "unknown-other" };
  if (known.length > 1) return { outcome: "several" };
  const namings = await findNamings(sql, shop.id, [id]);
  return { outcome: "found", other: { id, ...(namings.get(id) ?? NAMELESS) } };
}

function idsIn(text: string): MemberId[] {
  const id = /(?:^|\/)([1-9]\d{0,17})\/?$/.exec(text.trim())?.[1];
  return id === undefined ? [] : [id];
}
