import { createHash, randomBytes } from "node:crypto";
import {
  ACCESS_SCOPES,
  findAccessKey,
  insertAccessKey,
  listAccessKeys,
  noteAccess,
  withdrawAccessKey as withdraw,
  type AccessKey,
  type AccessScope,
} from "../../db/access-keys.ts";
import type { ShopTransaction } from "../../db/database.ts";
import { findShop, lockShop, type ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Instant } from "../../loyalty/time.ts";
import { fieldsOf, readFormId } from "../read-form.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { staffNames } from "../staff/staff-names.ts";

/** Nobody guesses one of 256 random bits, so a plain hash of it is enough to know it again. */
const RANDOM_BYTES = 32;
const KEY = /^perennial_[\w-]{43}$/;
const ENDING = 4;
const LONGEST_NAME = 60;
/** More than a shop has apps. */
const MOST_KEYS = 20;

export interface AccessView {
  now: Instant;
  keys: AccessKey[];
  names: Record<string, string>;
}

export async function listAccess(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<AccessView> {
  const keys = await listAccessKeys(db.sql, shop.id);
  const names = await staffNames(
    { db },
    shop,
    keys.map(({ madeBy }) => madeBy),
  );
  return { now: clock(), keys, names };
}

export type AccessField = "name" | "may";

export interface WantedKey {
  /** Made with the form: a form that is sent twice makes one key. */
  id: string;
  name: string;
  may: AccessScope[];
}

export function readWantedKey(form: FormData): WantedKey | { faults: AccessField[] } {
  const text = fieldsOf(form);
  const [id, name] = [readFormId(text("id")), text("name")];
  const may = ACCESS_SCOPES.filter((scope) => form.getAll("may").includes(scope));
  const faults: AccessField[] = [
    ...(name === "" || name.length > LONGEST_NAME ? (["name"] as const) : []),
    ...(may.length === 0 ? (["may"] as const) : []),
  ];
  if (faults.length > 0) return { faults };
  return id === null ? { faults: ["name"] } : { id, name, may };
}

export type KeyMade =
  /** The key itself, which is shown this once. */
  | { outcome: "made"; key: string; name: string }
  /** The form was sent twice: nobody can say the key again. */
  | { outcome: "made-before" }
  | { outcome: "too-many" };

export async function makeAccessKey(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, name, may, by }: WantedKey & { by: By },
): Promise<KeyMade> {
  const key = `perennial_${randomBytes(RANDOM_BYTES).toString("base64url")}`;
  const at = clock();
  return db.inShop(shop.id, async (tx) => {
    // Those who count at the same moment would each find room for one more.
    await lockShop(tx);
    const known = (await listAccessKeys(tx, shop.id)).filter((one) => one.withdrawnAt === null);
    if (known.length >= MOST_KEYS && !known.some((one) => one.id === id)) return { outcome: "too-many" };
    const kept = { ...{ id, name, may }, hash: hashOf(key), ending: key.slice(-ENDING) };
    if (!(await insertAccessKey(tx, { ...kept, madeAt: at, madeBy: by.staff })))
      return { outcome: "made-before" };
    const detail = { name, may: may.join(", ") };
    await noteAction(tx, shop.id, { at, ...by, action: "access-key.made", subject: null, detail });
    return { outcome: "made", key, name };
  });
}

/** From now on nothing is taken with it. Twice is once. */
export async function withdrawAccessKey(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, by }: { id: string; by: By },
): Promise<{ outcome: "withdrawn" }> {
  const at = clock();
  return db.inShop(shop.id, async (tx) => {
    const known = (await listAccessKeys(tx, shop.id)).find((one) => one.id === id);
    if (known !== undefined && (await withdraw(tx, { id, at, by: by.staff })))
      await noteAction(tx, shop.id, {
        ...{ at, ...by, action: "access-key.withdrawn", subject: null, detail: { name: known.name } },
      });
    return { outcome: "withdrawn" };
  });
}

/**
 * The store uninstalled the app: what was agreed with other apps ends with it, and does not begin again by itself if it
 * comes back. In the log the store did it.
 */
export async function withdrawKeysOfPast(
  tx: ShopTransaction,
  shop: ShopRow,
  { at, madeUntil }: { at: Instant; madeUntil: Instant },
): Promise<void> {
  const by = { staff: shop.domain, role: "owner" } as const;
  for (const { id, name, madeAt } of await listAccessKeys(tx, shop.id))
    if (madeAt <= madeUntil && (await withdraw(tx, { id, at, by: by.staff })))
      await noteAction(tx, shop.id, {
        ...{ at, ...by, action: "access-key.withdrawn", subject: null, detail: { name } },
      });
}

/** Whose key it is, and what may be told with it; null for one that nobody has, or has no more. */
export async function admitApp(
  { db, clock }: Pick<Services, "db" | "clock">,
  key: string,
): Promise<{ shop: ShopRow; key: AccessKey } | null> {
  if (!KEY.test(key)) return null;
  const found = await findAccessKey(db.sql, hashOf(key));
  const shop = found === null ? null : await findShop(db.sql, found.domain);
  if (found === null || shop === null) return null;
  await noteAccess(db.sql, shop.id, { id: found.key.id, at: clock() });
  return { shop, key: found.key };
}

function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
