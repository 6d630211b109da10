import { storableText } from "../../db/json.ts";
import {
  deleteMemberView,
  listMemberViews,
  lockMemberView,
  saveMemberView,
  type MemberView,
} from "../../db/member-views.ts";
import type { ShopTransaction } from "../../db/database.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { fieldsOf, readFormId } from "../read-form.ts";
import type { StaffActionName } from "../staff/actions.ts";
import type { By } from "../staff/actions.ts";
import type { Services } from "../services.ts";
import { filterAddress, memberAddress, readMemberQuery } from "./member-query.ts";

export const LONGEST_VIEW_NAME = 40;
const MOST_VIEWS = 50;

/** A view as its tab shows it. */
export interface ViewTab {
  id: string;
  name: string;
  /** What the list's address becomes, without the view itself. */
  address: string;
  shared: boolean;
  /** Whether it is this person's, who alone may change it. */
  own: boolean;
}

export async function listViews({ db }: Services, shop: ShopRow, staff: string): Promise<ViewTab[]> {
  const views = await listMemberViews(db.sql, shop.id, { staff, limit: MOST_VIEWS });
  return views.map(({ id, name, filters, search, shared, owner }) => {
    const query = { ...readMemberQuery(new URLSearchParams(filters)), search };
    return { id, name, address: memberAddress(query).toString(), shared, own: owner === staff };
  });
}

export type ViewChange =
  | { change: "save"; id: string; name: string; address: string }
  | { change: "rename"; id: string; name: string }
  | { change: "share"; id: string; shared: boolean }
  | { change: "delete"; id: string };

export type ViewChanged =
  | { outcome: "view-saved"; id: string }
  | { outcome: "view-deleted"; id: string }
  | { outcome: "view-refused"; because: "name" | "too-many" | "not-yours" };

/** Keeps a view under the id that the form made, or changes one that is there; only whose it is may. */
export async function changeView(
  services: Services,
  shop: ShopRow,
  { by, change }: { by: By; change: ViewChange },
): Promise<ViewChanged> {
  const now = services.clock();
  return services.db.inShop(shop.id, async (tx) => {
    const found = await lockMemberView(tx, change.id);
    if (found !== null && found.owner !== by.staff) return refused("not-yours");
    if (change.change === "delete") {
      if (found === null) return { outcome: "view-deleted", id: change.id };
      await deleteMemberView(tx, change.id);
      await note(tx, { by, now, action: "view.deleted", view: found });
      return { outcome: "view-deleted", id: change.id };
    }
    const view = changed(found, change, by.staff);
    if (view === null) return refused("not-yours");
    if (view.name === "" || view.name.length > LONGEST_VIEW_NAME) return refused("name");
    if (!(await saveMemberView(tx, view, { now, most: MOST_VIEWS }))) return refused("too-many");
    await note(tx, { by, now, action: "view.saved", view });
    return { outcome: "view-saved", id: change.id };
  });
}

function changed(
  found: MemberView | null,
  change: Exclude<ViewChange, { change: "delete" }>,
  owner: string,
): MemberView | null {
  if (change.change === "save") {
    const query = readMemberQuery(new URLSearchParams(change.address));
    const filters = filterAddress(query).toString();
    const search = storableText(query.search);
    const name = found?.name ?? nameOf(change.name);
    return { id: change.id, name, filters, search, owner, shared: found?.shared ?? false };
  }
  if (found === null) return null;
  return change.change === "rename"
    ? { ...found, name: nameOf(change.name) }
    : { ...found, shared: change.shared };
}

function nameOf(text: string): string {
  return storableText(text).trim();
}

function refused(because: Extract<ViewChanged, { outcome: "view-refused" }>["because"]): ViewChanged {
  return { outcome: "view-refused", because };
}

async function note(
  tx: ShopTransaction,
  { by, now, action, view }: { by: By; now: number; action: StaffActionName; view: MemberView },
): Promise<void> {
  await noteAction(tx, tx.shopId, {
    ...{ at: now, staff: by.staff, role: by.role, action },
    subject: { kind: "view", id: view.id },
    detail: { name: view.name },
  });
}

/** null where the form is about something else. */
export function readViewChange(form: FormData): ViewChange | null {
  const text = fieldsOf(form);
  const id = readFormId(text("view"));
  if (id === null) return null;
  switch (text("intent")) {
    case "view-save":
      return { change: "save", id, name: text("name"), address: text("address") };
    case "view-rename":
      return { change: "rename", id, name: text("name") };
    case "view-share":
      return { change: "share", id, shared: text("shared") === "true" };
    case "view-delete":
      return { change: "delete", id };
    default:
      return null;
  }
}
