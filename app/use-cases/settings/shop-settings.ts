import { z } from "zod";
import { findStoredSettings, type StoredSettings } from "../../db/shop-settings.ts";
import type { Sql } from "../../db/sql.ts";
import type { Money } from "../../loyalty/money.ts";
import type { Points } from "../../loyalty/points.ts";
import type { Role } from "../staff/permissions.ts";

/** How many points a person may move by hand; null for as many as they like. */
export interface AdjustmentLimit {
  /** By one adjustment, given or taken. */
  each: Points | null;
  /** In one day of the shop, given and taken together. */
  day: Points | null;
}

/** Roles whose adjustments can be limited. An owner sets the limits, and has none. */
export const LIMITED_ROLES = ["support", "manager"] as const;
export type LimitedRole = (typeof LIMITED_ROLES)[number];

export interface ShopSettings {
  /** Of staff whom no owner has given a role. */
  defaultRole: Exclude<Role, "owner">;
  /** Whether staff whom no owner has given a role may redeem for customers at the till, and give back. */
  tillRedeems: boolean;
  limits: Record<LimitedRole, AdjustmentLimit>;
  /** Home warns once the points out are worth more than this, in the smallest unit of the shop's currency. */
  liabilityLimit: Money | null;
  keep: Keep;
  /** Whether what customers write with an order is read as feedback. */
  orderNotes: boolean;
}

/** For how many days is kept what can be given up; null for as long as the app is installed. */
export interface Keep {
  /** Files that were collected for customers who asked what is kept about them. */
  requests: number | null;
  /** What the store sent and could not be understood: it may name people. */
  deadLetters: number | null;
  /** The log of what staff did. */
  activity: number | null;
  /** What customers wrote, and what staff noted on it. */
  feedback: number | null;
}

/** What a shop has that never decided otherwise: the least that lets support do their daily work. */
export const FIRST_SETTINGS: ShopSettings = {
  defaultRole: "read-only",
  tillRedeems: true,
  limits: { support: { each: 500n, day: 2_000n }, manager: { each: null, day: null } },
  liabilityLimit: null,
  keep: { requests: 90, deadLetters: null, activity: null, feedback: 730 },
  orderNotes: false,
};

const points = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt)
  .nullable();
const limit = z.object({ each: points, day: points });
const days = z.number().int().positive().nullable();

const stored = z.object({
  defaultRole: z.enum(["manager", "support", "read-only"]),
  tillRedeems: z.boolean(),
  limits: z.object({ support: limit, manager: limit }),
  liabilityLimit: points,
  keep: z.object({
    ...{ requests: days, deadLetters: days, activity: days },
    feedback: days.default(FIRST_SETTINGS.keep.feedback),
  }),
  orderNotes: z.boolean(),
});

export interface SettingsFound {
  settings: ShopSettings;
  /** 0 where nothing was ever saved. */
  revision: number;
  saved: Pick<StoredSettings, "savedAt" | "savedBy"> | null;
}

/** What stands in this shop, with what it has by itself where nobody has decided. */
export async function findSettings(sql: Sql, shopId: number): Promise<SettingsFound> {
  const found = await findStoredSettings(sql, shopId);
  if (found === null) return { settings: FIRST_SETTINGS, revision: 0, saved: null };
  const { revision, savedAt, savedBy } = found;
  return { settings: readStored(found.settings), revision, saved: { savedAt, savedBy } };
}

export async function settingsOf(sql: Sql, shopId: number): Promise<ShopSettings> {
  return (await findSettings(sql, shopId)).settings;
}

/** A setting that an older release did not know has the value of a new shop. */
export function readStored(document: unknown): ShopSettings {
  const given = typeof document === "object" && document !== null ? document : {};
  return stored.parse({ ...writeSettings(FIRST_SETTINGS), ...given });
}

/** As it is stored: whole numbers of any size as text. */
export function writeSettings(settings: ShopSettings): z.input<typeof stored> {
  const text = (number: bigint | null) => number?.toString() ?? null;
  const { support, manager } = settings.limits;
  return {
    defaultRole: settings.defaultRole,
    tillRedeems: settings.tillRedeems,
    limits: {
      support: { each: text(support.each), day: text(support.day) },
      manager: { each: text(manager.each), day: text(manager.day) },
    },
    liabilityLimit: text(settings.liabilityLimit),
    keep: settings.keep,
    orderNotes: settings.orderNotes,
  };
}
