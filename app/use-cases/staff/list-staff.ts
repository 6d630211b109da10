import type { ShopRow } from "../../db/shops.ts";
import { listStaffMembers, type StaffMember } from "../../db/staff-members.ts";
import type { Instant } from "../../loyalty/time.ts";
import { settingsOf } from "../settings/shop-settings.ts";
import type { Services } from "../services.ts";
import type { Role } from "./permissions.ts";

export interface StaffView {
  now: Instant;
  /** Whoever looks. */
  you: string;
  defaultRole: Role;
  /** Everybody who has opened the app, the longest known first. */
  people: PersonView[];
}

export interface PersonView extends Pick<
  StaffMember,
  "id" | "name" | "accountOwner" | "firstSeenAt" | "roleGivenAt" | "roleGivenBy"
> {
  /** What an owner gave them; null for what the shop gives everybody. */
  given: Role | null;
  role: Role;
  /** The name of whoever gave it; null where nobody did, or where they have none. */
  givenByName: string | null;
}

export async function listStaff(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  you: string,
): Promise<StaffView> {
  const people = await listStaffMembers(db.sql, shop.id);
  const { defaultRole } = await settingsOf(db.sql, shop.id);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    now: clock(),
    you,
    defaultRole,
    people: people.map(
      ({ id, name, accountOwner, firstSeenAt, roleGivenAt, roleGivenBy, role, learnedAt }) => ({
        ...{ id, name, accountOwner, firstSeenAt, roleGivenAt, roleGivenBy },
        given: role,
        role: accountOwner ? "owner" : learnedAt === null ? "read-only" : (role ?? defaultRole),
        givenByName: (roleGivenBy === null ? undefined : names.get(roleGivenBy)) ?? null,
      }),
    ),
  };
}
