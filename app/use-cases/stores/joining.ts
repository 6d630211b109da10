import { createHash, randomInt } from "node:crypto";
import { findCodeOwner, insertJoiningCode, useJoiningCode } from "../../db/agency-codes.ts";
import {
  deleteSharedStore,
  findAgency,
  findSharedStore,
  insertAgency,
  insertSharedStore,
  listAgenciesOf,
} from "../../db/agencies.ts";
import { storableText } from "../../db/json.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction, type StaffAction } from "../../db/staff-actions.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

/*
 * Nobody is looked after who has not agreed to it: an owner here makes a code, and an owner there enters it. Either side
 * ends it whenever they like. Both have it in their log.
 */

/** Without letters and digits that are taken for one another. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const LENGTH = 20;
const GOOD_FOR = DAY;
const LONGEST_NAME = 60;

type Acting = Pick<Services, "db" | "clock">;

export type Founded = { outcome: "founded" } | { outcome: "no-name" };

/** Lets a shop look after others, under a name that those read. */
export async function foundAgency(
  { db, clock }: Acting,
  shop: ShopRow,
  { name: typed, by }: { name: string; by: By },
): Promise<Founded> {
  const name = [...storableText(typed).replace(/\s+/g, " ").trim()].slice(0, LONGEST_NAME).join("");
  if (name === "") return { outcome: "no-name" };
  await db.inShop(shop.id, async (tx) => {
    const at = clock();
    if (!(await insertAgency(tx, { name, at, by: by.staff }))) return;
    await noteAction(tx, shop.id, { at, ...by, action: "stores.founded", subject: null });
  });
  return { outcome: "founded" };
}

export type CodeMade = { outcome: "made"; code: string; endsAt: Instant } | { outcome: "no-agency" };

/** A code for one store, to be entered there within a day. It is said once, and never again. */
export async function makeJoiningCode({ db, clock }: Acting, shop: ShopRow, by: By): Promise<CodeMade> {
  if ((await findAgency(db.sql, shop.id)) === null) return { outcome: "no-agency" };
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? "").join("");
  const at = clock();
  const endsAt = at + GOOD_FOR;
  await db.inShop(shop.id, async (tx) => {
    await insertJoiningCode(tx, { hash: hashOf(code), at, by: by.staff, endsAt });
    await noteAction(tx, shop.id, { at, ...by, action: "stores.code-made", subject: null });
  });
  return { outcome: "made", code: (code.match(/.{5}/g) ?? [code]).join("-"), endsAt };
}

export type Joined =
  | { outcome: "joined"; agency: string }
  /** Never made, used, or over: which of these is nobody's business who has no good one. */
  | { outcome: "no-such-code" }
  /** It is the shop's own code. */
  | { outcome: "own-code" };

/**
 * Lets the agency that made the code look after this store. The code is used up first: whatever happens in between, one
 * code never lets in two.
 */
export async function joinAgency(
  services: Acting,
  shop: ShopRow,
  { code, by }: { code: string; by: By },
): Promise<Joined> {
  const { db, clock } = services;
  const hash = hashOf(code);
  const agencyId = await findCodeOwner(db.sql, hash);
  const agency = agencyId === null ? null : await findAgency(db.sql, agencyId);
  if (agency === null) return { outcome: "no-such-code" };
  if (agency.shopId === shop.id) return { outcome: "own-code" };
  const at = clock();
  const madeBy = await db.inShop(agency.shopId, async (tx) => {
    const maker = await useJoiningCode(tx, { hash, storeId: shop.id, now: at });
    if (maker !== null)
      await noteAction(tx, agency.shopId, {
        ...{ at, staff: maker, role: "owner", action: "stores.joined" },
        ...{ subject: { kind: "shop", id: shop.domain }, detail: { store: shop.domain } },
      });
    return maker;
  });
  if (madeBy === null) return { outcome: "no-such-code" };
  await db.inShop(shop.id, async (tx) => {
    await insertSharedStore(tx, { agencyId: agency.shopId, at, by: by.staff });
    await noteAction(tx, shop.id, {
      ...{ at, ...by, action: "stores.joined" },
      ...{ subject: null, detail: { agency: agency.name } },
    });
  });
  return { outcome: "joined", agency: agency.name };
}

export type Left = { outcome: "left" | "unchanged" };

/** The store that is looked after ends it. */
export async function leaveAgency(
  services: Acting,
  shop: ShopRow,
  { agencyId, by }: { agencyId: number; by: By },
): Promise<Left> {
  const agency = (await listAgenciesOf(services.db.sql, shop.id)).find((one) => one.agencyId === agencyId);
  if (agency === undefined) return { outcome: "unchanged" };
  const { name } = agency;
  return part(services, { storeId: shop.id, agencyId, actorId: shop.id, by, name, domain: shop.domain });
}

/** The agency ends it. */
export async function dismissStore(
  services: Acting,
  agency: ShopRow,
  { domain, by }: { domain: string; by: By },
): Promise<Left> {
  const store = await findSharedStore(services.db.sql, agency.id, domain);
  if (store === null) return { outcome: "unchanged" };
  const { name } = (await findAgency(services.db.sql, agency.id)) ?? { name: agency.name };
  const ids = { storeId: store.shopId, agencyId: agency.id, actorId: agency.id };
  return part(services, { ...ids, by, name, domain });
}

interface Parting {
  storeId: number;
  agencyId: number;
  /** Whose owner ends it. */
  actorId: number;
  by: By;
  name: string;
  domain: string;
}

async function part({ db, clock }: Acting, parting: Parting): Promise<Left> {
  const { storeId, agencyId, actorId, by } = parting;
  const at = clock();
  const isOver = await db.inShop(actorId, async (tx) => {
    if (!(await deleteSharedStore(tx, { shopId: storeId, agencyId }))) return false;
    await noteAction(tx, actorId, { at, ...by, action: "stores.left", ...told(parting, actorId) });
    return true;
  });
  if (!isOver) return { outcome: "unchanged" };
  const otherId = actorId === storeId ? agencyId : storeId;
  const other = { staff: actorId === storeId ? parting.domain : parting.name, role: by.role };
  await db.inShop(otherId, (tx) =>
    noteAction(tx, otherId, { at, ...other, action: "stores.left", ...told(parting, otherId) }),
  );
  return { outcome: "left" };
}

/** Each log names the other side. */
function told(
  { storeId, name, domain }: Parting,
  readerId: number,
): Pick<StaffAction, "subject"> & { detail: Record<string, string> } {
  return readerId === storeId
    ? { subject: null, detail: { agency: name } }
    : { subject: { kind: "shop", id: domain }, detail: { store: domain } };
}

/** As typed: spaces, hyphens and small letters make no difference. */
function hashOf(code: string): string {
  return createHash("sha256")
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest("hex");
}
