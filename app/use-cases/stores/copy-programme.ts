import { findAgency } from "../../db/agencies.ts";
import { findDraft } from "../../db/programme-drafts.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Programme } from "../../loyalty/programme.ts";
import { startDraft } from "../drafts/start-draft.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { findSeenStore, versionInForce } from "./seen-stores.ts";

export interface Copy {
  /** Domains of stores that the shop may look at. */
  from: string;
  to: string;
  /** From whoever asks, so that asking twice begins one draft. */
  draftId: string;
  name: string;
  by: By;
}

export type Copied =
  | { outcome: "copied"; to: string; isOwn: boolean; draft: string; notes: CopyNote[] }
  | { outcome: "no-programme" }
  | { outcome: "same-store" }
  | { outcome: "not-seen" };

/** What somebody there has to look at before it can be published. */
export type CopyNote =
  /** Amounts are never converted: the draft is refused until currency and amounts are written for that store. */
  | { note: "other-currency"; from: string; to: string }
  | { note: "other-zone"; from: string; to: string }
  /** Products, by the numbers that they have in the other store. */
  | { note: "store-ids"; rules: string[] };

/**
 * Begins a draft of one store's programme in another. Nothing goes by it there until somebody of that store has planned
 * and published it.
 */
export async function copyProgramme(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { from, to, draftId, name, by }: Copy,
): Promise<Copied> {
  const { db, clock } = services;
  if (from === to) return { outcome: "same-store" };
  const [source, target] = await Promise.all([
    findSeenStore(db.sql, shop, from),
    findSeenStore(db.sql, shop, to),
  ]);
  if (source === null || target === null) return { outcome: "not-seen" };
  const now = clock();
  const version = await versionInForce(db.sql, source.shop, now);
  if (version === null) return { outcome: "no-programme" };
  const notes = notesFor(version.programme, target.shop);
  const copied = {
    outcome: "copied",
    to: target.shop.name,
    isOwn: target.isOwn,
    draft: draftId,
    notes,
  } as const;
  if ((await findDraft(db.sql, target.shop.id, draftId)) !== null) return copied;
  const there = await versionInForce(db.sql, target.shop, now);
  const versions = await listVersions(db.sql, target.shop.id);
  const agency = await findAgency(db.sql, shop.id);
  const savedBy = target.isOwn ? by.staff : (agency?.name ?? shop.domain);
  await startDraft(services, target.shop, {
    ...{ name, savedBy, id: draftId, basedOn: versions.at(-1)?.number ?? 0 },
    document: documentFor(version.programme, { shop: target.shop, there: there?.programme ?? null }),
  });
  const detail = { from: source.shop.domain, to: target.shop.domain };
  const subject = { kind: "draft", id: draftId } as const;
  const action = { at: now, action: "programme.copied", subject, detail } as const;
  await db.inShop(shop.id, (tx) => noteAction(tx, shop.id, { ...action, ...by }));
  if (!target.isOwn)
    await db.inShop(target.shop.id, (tx) =>
      noteAction(tx, target.shop.id, { ...action, staff: savedBy, role: by.role }),
    );
  return copied;
}

/** Whether it runs, and where its days begin, is the other store's own; what it costs is for somebody there to write. */
function documentFor(
  { document }: Programme,
  { shop, there }: { shop: ShopRow; there: Programme | null },
): Record<string, unknown> {
  const { effectiveFrom: _start, state: _state, ...terms } = document;
  const state = there === null || there.state === "running" ? {} : { state: there.state };
  return { ...terms, ...state, timezone: shop.timezone };
}

export function notesFor(programme: Programme, to: Pick<ShopRow, "currency" | "timezone">): CopyNote[] {
  const notes: CopyNote[] = [];
  if (programme.currency !== to.currency)
    notes.push({ note: "other-currency", from: programme.currency, to: to.currency });
  if (programme.timezone !== to.timezone)
    notes.push({ note: "other-zone", from: programme.timezone, to: to.timezone });
  const rules = storeIds(programme);
  if (rules.length > 0) notes.push({ note: "store-ids", rules });
  return notes;
}

/** Where the programme names products by numbers, which another store gives to others. */
function storeIds({ earning, rewards, perks }: Programme): string[] {
  const names = (keys: { productIds: readonly string[]; variantIds?: readonly string[] } | null) =>
    keys !== null && keys.productIds.length + (keys.variantIds?.length ?? 0) > 0;
  const isNumber = (product: string) => /^(gid:.*\/)?\d+$/.test(product);
  return [
    ...(names(earning.exclude) ? ["exclude"] : []),
    ...earning.rules.filter((rule) => "match" in rule && names(rule.match)).map(({ id }) => id),
    ...rewards.filter((reward) => "product" in reward && isNumber(reward.product)).map(({ id }) => id),
    ...perks
      .filter((perk) => (perk.kind === "gift" ? isNumber(perk.product) : names(perk.match)))
      .map(({ id }) => id),
  ];
}
