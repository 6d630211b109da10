import type { ShopRow } from "../../db/shops.ts";
import { checkProgramme, type Fault, type Programme } from "../../loyalty/programme.ts";
import { openDraft } from "../drafts/open-draft.ts";
import { saveDraft, type DraftSaved } from "../drafts/save-draft.ts";
import { startDraft } from "../drafts/start-draft.ts";
import { exampleOf, type Example } from "../programme/example-order.ts";
import { glanceAt, type ProgrammeGlance } from "../programme-glance.ts";
import { startingAt } from "../publishing/chosen-start.ts";
import { listVersions } from "../../db/programmes.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import type { EffectSubject } from "../studies/subjects.ts";
import {
  adjustmentsOf,
  faultsIn,
  withAdjustments,
  type Adjustable,
  type Adjustments,
} from "./adjustments.ts";
import { findEffect, MONTHS_BACK, type EffectView } from "./show-start.ts";
import { documentOf } from "./template-documents.ts";

export interface AdjustView {
  draft: { id: string; name: string; revision: number };
  currency: string;
  adjustments: Adjustments;
  tried: Tried;
  effect: EffectView | null;
}

/** A draft as it would be with what was typed. */
export interface Tried {
  fields: Adjustable[];
  others: Fault[];
  /** null while it has faults. */
  sound: {
    glance: ProgrammeGlance;
    example: Example;
    firstReward: Pick<Programme["rewards"][number], "kind"> | null;
  } | null;
}

/** Begins a draft of a template; asked twice with one key it is one draft. null where there is no such template. */
export async function chooseTemplate(
  services: Services,
  shop: ShopRow,
  { template, name, key, by }: { template: string; name: string; key: string; by: By },
): Promise<{ id: string } | null> {
  const document = documentOf(template, shop);
  if (document === null) return null;
  const basedOn = (await listVersions(services.db.sql, shop.id)).at(-1)?.number ?? 0;
  const wish = { name, document, basedOn, savedBy: by.staff, role: by.role, id: key };
  return startDraft(services, shop, wish);
}

/** A draft with the few values that matter, for a preview of it; null where there is none. */
export async function showAdjust(services: Services, shop: ShopRow, id: string): Promise<AdjustView | null> {
  const draft = await openDraft(services, shop, id);
  if (draft === null) return null;
  const { document, name, revision } = draft;
  return {
    draft: { id, name, revision },
    currency: shop.currency,
    adjustments: adjustmentsOf(document),
    tried: triedOf(document, services.clock()),
    effect: await findEffect(services, shop, subjectOf(document)),
  };
}

/** What is tried of a draft: the same document, whenever it is to start. */
export function subjectOf(document: unknown): EffectSubject {
  return { documents: { draft: startingAt(document, null) }, months: MONTHS_BACK };
}

export async function tryAdjustments(
  services: Services,
  shop: ShopRow,
  { id, adjustments }: { id: string; adjustments: Adjustments },
): Promise<{ tried: Tried; programme: Programme | null } | null> {
  const draft = await openDraft(services, shop, id);
  if (draft === null) return null;
  const document = withAdjustments(draft.document, adjustments);
  const check = checkProgramme(document);
  return { tried: triedOf(document, services.clock()), programme: check.ok ? check.programme : null };
}

export type AdjustmentsSaved = DraftSaved | { outcome: "faulty"; fields: Adjustable[]; others: Fault[] };

export async function saveAdjustments(
  services: Services,
  shop: ShopRow,
  { id, revision, adjustments, by }: { id: string; revision: number; adjustments: Adjustments; by: By },
): Promise<AdjustmentsSaved> {
  const draft = await openDraft(services, shop, id);
  if (draft === null) return { outcome: "gone" };
  const document = withAdjustments(draft.document, adjustments);
  const faults = faultsIn(document);
  if (faults.fields.length > 0) return { outcome: "faulty", ...faults };
  const { name } = draft;
  return saveDraft(services, shop, { id, revision, name, document, savedBy: by.staff, role: by.role });
}

function triedOf(document: unknown, now: number): Tried {
  const check = checkProgramme(document);
  if (!check.ok) return { ...faultsIn(document), sound: null };
  const [reward] = check.programme.rewards;
  return {
    ...{ fields: [], others: [] },
    sound: {
      glance: glanceAt(check.programme),
      example: exampleOf(check.programme, now),
      firstReward: reward === undefined ? null : { kind: reward.kind },
    },
  };
}
