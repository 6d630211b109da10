import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import {
  findStudy,
  listStudyMembers,
  STUDY_LISTS,
  type NamedStudyMember,
  type StudyList,
} from "../../db/studies.ts";
import type { DocumentTree } from "../../loyalty/editing/document.ts";
import { differencesBetween, type ProgrammeDifference } from "../../loyalty/programme-difference.ts";
import type { Fault } from "../../loyalty/programme.ts";
import type { Instant } from "../../loyalty/time.ts";
import { openDraft } from "../drafts/open-draft.ts";
import { entryNames, type EntryNames } from "../programme-labels.ts";
import { productNames } from "../programme-products.ts";
import { proposeProgramme } from "../programme/propose-programme.ts";
import type { Services } from "../services.ts";
import { planStudyId } from "../studies/ask-for-study.ts";
import type { StudiedPlan } from "../studies/study-plan.ts";
import { chosenStart, startingAt, type ChosenStart } from "./chosen-start.ts";

const MEMBERS_SHOWN = 50;

export interface PlanAsked {
  id: string;
  /** As `chosenStart` reads it. */
  start: string;
  /** Which list of members is open, and behind which place of it; null for none. */
  list: StudyList | null;
  after: number;
}

export interface PlanView {
  now: Instant;
  timezone: string;
  draft: { id: string; name: string; basedOn: number; latest: number; document: DocumentTree };
  start: ChosenStart;
  /** What keeps it from being planned; it is mended in the editor. */
  faults: Fault[];
  /** null while it has faults. */
  hash: string | null;
  /** The version that it is compared with; null for none. */
  comparedWith: number | null;
  differences: ProgrammeDifference[];
  /** As the draft names them; what goes with it, as versions did. */
  names: EntryNames;
  /** Of exactly this document, on this version, from this start; null where nobody has asked. */
  study: PlanStudy | null;
  opened: { list: StudyList; members: NamedStudyMember[]; after: number; next: number | null } | null;
}

export interface PlanStudy {
  state: "waiting" | "done" | "failed";
  done: number;
  of: number;
  reason: string | null;
  finishedAt: Instant | null;
  result: StudiedPlan | null;
}

export function readPlanAsked(id: string, address: URLSearchParams): PlanAsked {
  const list = STUDY_LISTS.find((name) => name === address.get("list")) ?? null;
  const after = Number(address.get("after") ?? 0);
  return {
    id,
    start: address.get("start") ?? "",
    list,
    after: Number.isSafeInteger(after) && after > 0 ? after : 0,
  };
}

/** A draft on its way to becoming a version: what it says otherwise, and what was worked out of that. null for no draft. */
export async function showPlan(
  services: Services,
  shop: ShopRow,
  { id, start: choice, list, after }: PlanAsked,
  locale = "en",
): Promise<PlanView | null> {
  const { db, clock } = services;
  const draft = await openDraft(services, shop, id);
  if (draft === null) return null;
  const now = clock();
  const { timezone } = shop;
  const start = chosenStart(draft.document, choice, { timezone, now });
  const versions = await listVersions(db.sql, shop.id);
  const proposed = proposeProgramme(startingAt(draft.document, start.fault === null ? start.at : null), {
    ...{ shop, versions, now },
  });
  const all = versions.map((version) => version.programme);
  if (proposed.ok) all.push(proposed.proposal.programme);
  const view = {
    names: {
      ...entryNames(all, locale),
      products: await productNames(db.sql, shop.id, all),
    },
    now,
    timezone,
    draft: {
      ...{ id: draft.id, name: draft.name, basedOn: draft.basedOn, latest: draft.latest },
      document: draft.document,
    },
    start,
  };
  if (!proposed.ok)
    return {
      ...view,
      ...{
        faults: proposed.faults,
        hash: null,
        comparedWith: null,
        differences: [],
        study: null,
        opened: null,
      },
    };
  const { hash, current, programme } = proposed.proposal;
  const study = await findStudy(db.sql, shop.id, planStudyId(hash));
  return {
    ...view,
    faults: [],
    hash,
    comparedWith: current?.number ?? null,
    differences: current === null ? [] : differencesBetween(current.programme, programme),
    study:
      study === null
        ? null
        : {
            ...{ state: study.state, done: study.done, of: study.of, reason: study.reason },
            finishedAt: study.finishedAt,
            result: study.result as StudiedPlan | null,
          },
    opened:
      list === null || study?.state !== "done"
        ? null
        : await openList(services, shop, { id: study.id, list, after }),
  };
}

async function openList(
  { db }: Services,
  shop: ShopRow,
  { id, list, after }: { id: string; list: StudyList; after: number },
): Promise<PlanView["opened"]> {
  const limit = MEMBERS_SHOWN + 1;
  const members = await listStudyMembers(db.sql, shop.id, { id, list, after, limit });
  const shown = members.slice(0, MEMBERS_SHOWN);
  return {
    list,
    members: shown,
    after,
    next: members.length > MEMBERS_SHOWN ? (shown.at(-1)?.place ?? null) : null,
  };
}
