import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { findStudy } from "../../db/studies.ts";
import { checkProgramme } from "../../loyalty/programme.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";
import { exampleOf, type Example } from "../programme/example-order.ts";
import { glanceAt, type ProgrammeGlance } from "../programme-glance.ts";
import type { Services } from "../services.ts";
import { ask, effectStudyId } from "../studies/ask-for-study.ts";
import type { EffectStudy } from "../studies/study-effect.ts";
import type { EffectSubject } from "../studies/subjects.ts";
import { readChecklist, wasChosen, type Checklist } from "./read-checklist.ts";
import { templateDocuments } from "./template-documents.ts";

/** A year has every season in it. */
export const MONTHS_BACK = 12;

export interface EffectView {
  state: "waiting" | "done" | "failed";
  done: number;
  of: number;
  reason: string | null;
  result: EffectStudy | null;
}

export interface TemplateView {
  name: string;
  glance: ProgrammeGlance;
  document: unknown;
  /** An order that never was, worked out as one in earnest. */
  example: Example;
}

export interface StartView {
  now: Instant;
  currency: string;
  /** What counts points meanwhile; null where nothing does. */
  inForce: { glance: ProgrammeGlance; number: number; since: Instant } | null;
  /** Whether somebody chose it, rather than the installation. */
  isChosen: boolean;
  templates: TemplateView[];
  /** What each template would have meant for the store's past orders; null where nobody has asked. */
  effect: EffectView | null;
  checklist: Checklist;
}

/** The first steps: what is in force, what there is to choose from, and what each would have meant. */
export async function showStart(services: Services, shop: ShopRow): Promise<StartView> {
  const { db, clock } = services;
  const now = clock();
  const [versions, isChosen, checklist, effect] = await Promise.all([
    listVersions(db.sql, shop.id),
    wasChosen(services, shop),
    readChecklist(services, shop),
    findEffect(services, shop, templatesSubject(shop)),
  ]);
  const current = versionAt(versions, now);
  return {
    now,
    currency: shop.currency,
    inForce:
      current === null
        ? null
        : { glance: glanceAt(current.programme), number: current.number, since: current.effectiveFrom },
    isChosen,
    templates: Object.entries(templateDocuments(shop)).map(([name, document]) =>
      templateView(name, document, now),
    ),
    effect,
    checklist,
  };
}

function templateView(name: string, document: unknown, now: Instant): TemplateView {
  const check = checkProgramme(document);
  if (!check.ok) throw new Error(`the template ${name} is at fault: ${JSON.stringify(check.faults)}`);
  const { programme } = check;
  return {
    name,
    glance: glanceAt(programme),
    document,
    example: exampleOf(programme, now),
  };
}

export function templatesSubject(shop: ShopRow): EffectSubject {
  return { documents: templateDocuments(shop), months: MONTHS_BACK };
}

/** Has worked out what the programmes would have meant for the store's past orders. */
export async function askForEffect(
  services: Services,
  shop: ShopRow,
  { subject, askedBy }: { subject: EffectSubject; askedBy: string },
): Promise<{ outcome: "asked" }> {
  await ask(services, shop, { id: effectStudyId(subject), kind: "effect", subject, askedBy });
  return { outcome: "asked" };
}

export async function findEffect(
  { db }: Services,
  shop: ShopRow,
  subject: EffectSubject,
): Promise<EffectView | null> {
  const study = await findStudy(db.sql, shop.id, effectStudyId(subject));
  if (study === null) return null;
  const { state, done, of, reason, result } = study;
  return { state, done, of, reason, result: result as EffectStudy | null };
}
