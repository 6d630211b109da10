import type { Person } from "../../commerce/platform.ts";
import type { ShopTransaction } from "../../db/database.ts";
import { findErased } from "../../db/erased.ts";
import { insertImportedEntries, insertReferralCodes, type ImportedEntry } from "../../db/imported.ts";
import { markRows, nextOfHistory, nextOfMembers, type ReadyRow } from "../../db/import-rows.ts";
import { lockImport, type StoredImport } from "../../db/member-imports.ts";
import { findNamings, NAMELESS, savePersons } from "../../db/persons.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { OpeningLot } from "../../loyalty/events.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Command } from "../handle-event.ts";
import { handleEvents } from "../handle-events.ts";
import type { Services } from "../services.ts";
import type { KeptValues } from "./check-import.ts";
import { settingsOf, type ImportSettings } from "./import-settings.ts";

const NEXT = { state: "ready", members: 300 } as const;
const ENTRIES_AT_ONCE = 2_000;

/**
 * Brings the next members into the books, in one transaction with the word that they are in: a crash leaves each of them
 * in or out, never half. Answers whether there may be more.
 */
export async function applyNext(services: Services, shop: ShopRow, { id }: StoredImport): Promise<boolean> {
  const versions = await listVersions(services.db.sql, shop.id);
  const persons = await personsOfNext(services, shop, id);
  return services.db.inShop(shop.id, async (tx) => {
    const found = await lockImport(tx, id);
    if (found === null || found.state !== "applying") return false;
    const settings = settingsOf(found);
    if (settings.kind === "history") return applyHistory(tx, id);
    const rows = await nextOfMembers(tx, { shopId: shop.id, importId: id }, NEXT);
    if (rows.length === 0) return false;
    const now = services.clock();
    const commands = [...byMember(rows).values()].flatMap((own) =>
      commandsFor(own, { id, settings, now, actor: found.startedBy }),
    );
    await handleEvents(services, tx, { shop, versions }, commands);
    await savePersonsOf(tx, shop, { rows, persons });
    await insertReferralCodes(tx, id, rows.flatMap(referralOf));
    await markRows(tx, id, { from: "ready", to: "posted", rows, by: "leader" });
    return true;
  });
}

/**
 * Who the next members are, of whom nothing is known yet: a file that names people is forgotten, and the store would tell
 * of them only once they buy. Asked before anything is locked, for the store takes its time.
 */
async function personsOfNext(
  { db, platform }: Services,
  shop: ShopRow,
  importId: string,
): Promise<Map<MemberId, Person>> {
  const rows = await nextOfMembers(db.sql, { shopId: shop.id, importId }, NEXT);
  const ids = [...new Set(rows.map(({ memberId }) => memberId))];
  const known = await findNamings(db.sql, shop.id, ids);
  const unknown = ids.filter((id) => Object.values(known.get(id) ?? NAMELESS).every((part) => part === null));
  const persons = unknown.length === 0 ? [] : await platform.customersNow(shop.domain, unknown);
  return new Map(persons.map((person) => [person.customerId, person]));
}

/** Who was erased while the store was asked is nobody any more. */
async function savePersonsOf(
  tx: ShopTransaction,
  shop: ShopRow,
  { rows, persons }: { rows: readonly ReadyRow[]; persons: ReadonlyMap<MemberId, Person> },
): Promise<void> {
  const ids = [...new Set(rows.map(({ memberId }) => memberId))];
  const erased = await findErased(tx, shop, { customers: ids, orders: [] });
  savePersons(
    tx,
    ids.filter((id) => !erased.customers.has(id)).flatMap((id) => persons.get(id) ?? []),
  );
}

export function byMember(rows: ReadyRow[]): Map<number, ReadyRow[]> {
  return Map.groupBy(rows, ({ leader }) => leader);
}

/** The business key of what one member brings along: however often it is told of, it is moved in once. */
export function openingKeyOf(importId: string, leader: number): string {
  return `${importId}:${leader}`;
}

interface Terms {
  id: string;
  settings: ImportSettings;
  now: Instant;
  actor: string;
}

function commandsFor(rows: ReadyRow[], { id, settings, now, actor }: Terms): Command[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { memberId: customerId, leader } = first;
  const values = rows.map((row) => row.values as KeptValues);
  const key = openingKeyOf(id, leader);
  const lots = rows.flatMap((row) => lotOf(row, settings, now));
  const opening: Command = {
    actor,
    eventId: key,
    event: {
      kind: "import",
      customerId,
      key,
      source: settings.source ?? "csv",
      lots,
      owed: owedIn(rows),
      level: levelIn(values, settings, now),
      signedUp: true,
    },
  };
  const birthday = values.find((value) => value.birthday !== null)?.birthday;
  if (birthday === undefined || birthday === null) return [opening];
  return [opening, { actor, eventId: key, event: { kind: "birthday", customerId, ...birthday } }];
}

function lotOf({ points, values }: ReadyRow, settings: ImportSettings, now: Instant): OpeningLot[] {
  if (points <= 0n) return [];
  const { earnedAt, expiresAt } = values as KeptValues;
  const byFile = settings.expiry === "file" ? expiresAt : null;
  return [
    {
      points,
      availableAt: Math.min(earnedAt ?? now, now),
      expiresAt: byFile ?? (settings.expiry === "never" ? null : "programme"),
    },
  ];
}

/** What a balance below 0 owes. */
export function owedIn(rows: readonly ReadyRow[]): bigint {
  return rows.reduce((owed, { points }) => (points < 0n ? owed - points : owed), 0n);
}

/** The level that the other app's tier becomes; none where its date is over. */
function levelIn(values: KeptValues[], { tiers }: ImportSettings, now: Instant) {
  const value = values.find(({ tier }) => tier !== null && (tiers[tier] ?? null) !== null);
  if (value === undefined || value.tier === null) return null;
  const id = tiers[value.tier] ?? null;
  const until = value.tierUntil;
  return id === null || (until !== null && until <= now) ? null : { id, until };
}

function referralOf({ memberId, values }: ReadyRow) {
  const { referralCode } = values as KeptValues;
  return referralCode === null ? [] : [{ code: referralCode, memberId }];
}

/** What happened elsewhere is kept to be read; the books know nothing of it. */
async function applyHistory(tx: ShopTransaction, importId: string): Promise<boolean> {
  const rows = await nextOfHistory(tx, importId, ENTRIES_AT_ONCE);
  const entries = rows.flatMap(({ number, memberId, points, values }): ImportedEntry[] => {
    const { history } = values as KeptValues;
    return history === null ? [] : [{ importId, number, memberId, points, ...history }];
  });
  await insertImportedEntries(tx, entries);
  await markRows(tx, importId, { from: "ready", to: "posted", rows, by: "number" });
  return rows.length > 0;
}
