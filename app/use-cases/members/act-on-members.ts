import type { ShopRow } from "../../db/shops.ts";
import type { By } from "../staff/actions.ts";
import type { Permission } from "../staff/permissions.ts";
import type { Services } from "../services.ts";
import { beginBulk, beyondLimitsAhead, type BulkBegun } from "./begin-bulk.ts";
import { previewBulk, type BulkPreview } from "./bulk-cost.ts";
import { readBulk } from "./bulk-terms.ts";
import { changeView, readViewChange, type ViewChanged } from "./member-views.ts";

export type ActedOnMembers =
  ViewChanged | BulkBegun | { outcome: "bulk-preview"; preview: BulkPreview } | { outcome: "not-understood" };

/** What the form is about decides who may send it. */
export function permissionFor(form: FormData): Permission {
  return readViewChange(form) === null ? "members.bulk" : "members.manage";
}

/** What the list of members is asked to do: keep a view, say what something would come to, or begin it. */
export async function actOnMembers(
  services: Services,
  shop: ShopRow,
  { form, by }: { form: FormData; by: By },
): Promise<ActedOnMembers> {
  const change = readViewChange(form);
  if (change !== null) return changeView(services, shop, { by, change });
  const read = readBulk(form);
  if (!read.ok) return { outcome: "bulk-refused", faults: read.faults };
  if (form.get("intent") === "bulk-preview") {
    const preview = await previewBulk(services, shop, read.form);
    const beyond = await beyondLimitsAhead(services, shop, { form: read.form, by, members: preview.members });
    return beyond ?? { outcome: "bulk-preview", preview };
  }
  if (form.get("intent") === "bulk-begin") return beginBulk(services, shop, { form: read.form, by });
  return { outcome: "not-understood" };
}
