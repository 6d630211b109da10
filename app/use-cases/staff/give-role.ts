import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { lockStaffMember, setStaffRole } from "../../db/staff-members.ts";
import type { Services } from "../services.ts";
import type { By } from "./actions.ts";
import { isRole, type Role } from "./permissions.ts";

export interface RoleGift {
  /** Whose it becomes. */
  id: string;
  /** null for what the shop gives everybody. */
  role: Role | null;
}

export type RoleGiven =
  | { outcome: "given"; id: string; role: Role | null }
  /** Who owns the account is an owner here, whatever anybody decides: nobody can lock them out. */
  | { outcome: "account-owner" }
  /** Nobody changes their own: whoever gives it away by mistake could not have it back. */
  | { outcome: "yourself" }
  | { outcome: "unknown" };

/** An owner says what somebody of the staff may do. Saying it twice changes nothing and is logged once. */
export async function giveRole(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, role, by }: RoleGift & { by: By },
): Promise<RoleGiven> {
  if (id === by.staff) return { outcome: "yourself" };
  return db.inShop(shop.id, async (tx) => {
    const person = await lockStaffMember(tx, id);
    if (person === null) return { outcome: "unknown" };
    if (person.accountOwner) return { outcome: "account-owner" };
    if (person.role === role) return { outcome: "given", id, role };
    const at = clock();
    await setStaffRole(tx, { id, role, by: by.staff, at });
    await noteAction(tx, shop.id, {
      ...{ at, ...by, action: "staff.role-given", subject: { kind: "staff", id } },
      detail: { from: person.role ?? "default", to: role ?? "default" },
    });
    return { outcome: "given", id, role };
  });
}

/** null where the form says nothing that can be given. */
export function readRoleGift(form: FormData): RoleGift | null {
  const id = form.get("id");
  const role = form.get("role");
  if (typeof id !== "string" || id === "") return null;
  if (role === "default") return { id, role: null };
  return isRole(role) ? { id, role } : null;
}
