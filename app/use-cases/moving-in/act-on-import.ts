import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { applyImport, checkImport, discardImport, tuneImport, type ImportChanged } from "./change-import.ts";
import { readSettings } from "./import-settings.ts";
import { undoImport, type Undo } from "./undo-import.ts";

export type ActedOnImport = ImportChanged | Undo | { outcome: "tuned" };

/** What the page's buttons ask for. */
export async function actOnImport(
  services: Services,
  shop: ShopRow,
  { id, form, by }: { id: string; form: FormData; by: By },
): Promise<ActedOnImport> {
  const intent = form.get("intent");
  if (intent === "apply") return applyImport(services, shop, id, by);
  if (intent === "discard") return discardImport(services, shop, id, by);
  if (intent === "undo") return undoImport(services, shop, id, by);
  const settings = readSettings(parsed(form.get("settings")));
  if (settings === null) return { outcome: "too-late" };
  if (intent === "check") return checkImport(services, shop, { id, settings });
  return (await tuneImport(services, shop, { id, settings }))
    ? { outcome: "tuned" }
    : { outcome: "too-late" };
}

function parsed(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
