import type { ShopRow } from "../../db/shops.ts";
import { parseProgrammeTree } from "../../loyalty/programme-text.ts";
import { findTemplate, templates } from "../../loyalty/templates/templates.ts";

/** The programmes to begin with, in the shop's currency and zone, by their names. */
export function templateDocuments(shop: Pick<ShopRow, "currency" | "timezone">): Record<string, unknown> {
  return Object.fromEntries(templates.map(({ name }) => [name, documentOf(name, shop)]));
}

/** null where there is no template of this name. */
export function documentOf(
  name: string,
  { currency, timezone }: Pick<ShopRow, "currency" | "timezone">,
): unknown {
  const text = findTemplate(name)?.text({ currency, timezone });
  if (text === undefined) return null;
  const parsed = parseProgrammeTree(text);
  if (!parsed.ok) throw new Error(`the template ${name} does not parse: ${JSON.stringify(parsed.faults)}`);
  return parsed.tree;
}
