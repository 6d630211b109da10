import { withLease } from "../../db/leases.ts";
import type { ShopRow } from "../../db/shops.ts";
import {
  findStaffMember,
  noteUnanswered,
  saveLearnedStaff,
  setStaffLocale,
  type StaffMember,
} from "../../db/staff-members.ts";
import { DAY, HOUR, MINUTE } from "../../loyalty/time.ts";
import { settingsOf } from "../settings/shop-settings.ts";
import type { Services } from "../services.ts";
import type { Role } from "./permissions.ts";

/** What the store says of a person whose session token it vouched for. */
export interface StaffProfile {
  name: string;
  accountOwner: boolean;
  locale: string | null;
}

export interface Visitor {
  /** The store's number of the person. */
  id: string;
  /** The language of the page that is asked for; null where the request does not say. */
  locale: string | null;
  /** Has the store say who they are. */
  ask(): Promise<StaffProfile>;
}

export interface Recognised {
  role: Role;
  /** The account's owner is one, others have what an owner gave them; null for nothing of their own. */
  ownRole: Role | null;
  /** Of their admin; null where nothing is known of it. */
  locale: string | null;
}

/** Names change, and shops are sold: what the store said of somebody holds for this long. */
const LEARNED_FOR = DAY;
/** A store that did not answer is left alone for this long: every page of everybody would wait for it. */
const UNANSWERED_FOR = MINUTE / 2;
/** Whoever opens the app this soon has installed it, for which the store asks more than the app ever does. */
const INSTALLING_FOR = HOUR;

/** Who it is that asks, and what they may do. Until the store has said so, nobody is more than a reader. */
export async function recogniseStaff(
  services: Services,
  shop: ShopRow,
  visitor: Visitor,
): Promise<Recognised> {
  const known = await knownStaff(services, shop, visitor);
  const { locale } = visitor;
  if (locale !== null && known !== null && locale !== known.locale)
    await setStaffLocale(services.db.sql, shop.id, { id: visitor.id, locale });
  const ownRole = known?.accountOwner === true ? "owner" : (known?.role ?? null);
  return { role: await roleOf(services, shop, known), ownRole, locale: locale ?? known?.locale ?? null };
}

async function knownStaff(services: Services, shop: ShopRow, visitor: Visitor): Promise<StaffMember | null> {
  const { sql } = services.db;
  const found = await findStaffMember(sql, shop.id, visitor.id);
  if (isFresh(found, services.clock())) return found;
  // The pages of a first visit are loaded beside each other: one of them asks.
  return withLease(sql, `staff ${shop.domain} ${visitor.id}`, async () => {
    const meanwhile = await findStaffMember(sql, shop.id, visitor.id);
    if (isFresh(meanwhile, services.clock())) return meanwhile;
    await learn(services, shop, visitor);
    return findStaffMember(sql, shop.id, visitor.id);
  });
}

function isFresh(found: StaffMember | null, now: number): boolean {
  return found !== null && now < found.askAfter;
}

async function learn(services: Services, shop: ShopRow, { id, ask }: Visitor): Promise<void> {
  const { db, clock, log } = services;
  const at = clock();
  try {
    const profile = await ask();
    const isInstalling = at - shop.installedAt < INSTALLING_FOR && !profile.accountOwner;
    const roleOfFirst = isInstalling ? "manager" : null;
    const learned = { id, ...profile, at, askAfter: at + LEARNED_FOR, roleOfFirst } as const;
    await saveLearnedStaff(db.sql, shop.id, learned);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ shop: shop.domain, reason }, "the store did not say who a member of staff is");
    await noteUnanswered(db.sql, shop.id, { id, at, askAfter: at + UNANSWERED_FOR });
  }
}

/** The account owner is an owner whatever anybody decides, so that nobody can lock them out. */
async function roleOf({ db }: Services, shop: ShopRow, known: StaffMember | null): Promise<Role> {
  if (known === null || known.learnedAt === null) return "read-only";
  if (known.accountOwner) return "owner";
  return known.role ?? (await settingsOf(db.sql, shop.id)).defaultRole;
}
