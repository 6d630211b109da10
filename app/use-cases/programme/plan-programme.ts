import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { readAsOfOneInstant } from "../../db/snapshot.ts";
import { readRecentOrders, readWholeMembers } from "../../db/whole-members.ts";
import type { Programme } from "../../loyalty/programme.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { drawUpPlan } from "./draw-up-plan.ts";
import { planEarning } from "./plan-earning.ts";
import { planMembers, type MembersTerms } from "./plan-members.ts";
import { noteSentence, notesFor } from "./plan-notes.ts";
import type { Planned, ProgrammePlan } from "./programme-plan.ts";
import { proposeProgramme, type Proposal } from "./propose-programme.ts";

/** Enough orders to show what a programme is like, few enough to wait for. */
export const RECENT_ORDERS = 5_000;
/** Of each list of members, in a plan that is printed. */
const LISTED = 20;

/**
 * Says what a document would change in a shop, and for whom, before anything is saved: who moves tier, what the points
 * that are out may cost, which rewards come within reach or out of it, what orders would earn. Writes nothing.
 */
export async function planProgramme(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  document: unknown,
): Promise<Planned> {
  return readAsOfOneInstant(db, shop.id, async ([tx]): Promise<Planned> => {
    const now = clock();
    const versions = await listVersions(tx, shop.id);
    const proposed = proposeProgramme(document, { shop, versions, now });
    if (!proposed.ok) return { outcome: "refused", faults: proposed.faults };
    const { proposal } = proposed;
    const members = await planMembers(readWholeMembers(tx), membersTerms(proposal, versions, now));
    const recent = proposal.current === null ? [] : await readRecentOrders(tx, RECENT_ORDERS);
    const earning = planEarning(recent, programmeBefore(proposal), proposal.programme);
    const notes = notesFor({ proposal, versions, members, recent, now });
    const plan = drawUpPlan({ shop, proposal, members, earning, warnings: notes.map(noteSentence) });
    return { outcome: "planned", plan: withFirst(plan, LISTED) };
  });
}

/** The proposal as the version it would be, and the programme that would be in force at its start without it. */
export function membersTerms(
  { programme, current, startsAt, basedOn }: Proposal,
  versions: readonly ProgrammeVersion[],
  now: Instant,
): MembersTerms {
  const candidate = { number: basedOn + 1, effectiveFrom: startsAt ?? now, programme };
  const compared = versionAt(versions, candidate.effectiveFrom)?.programme ?? current?.programme ?? null;
  return { versions, candidate, current: compared };
}

export function programmeBefore({ current, programme }: Proposal): Programme {
  return current?.programme ?? programme;
}

/** With only so many of each list. */
export function withFirst(plan: ProgrammePlan, most: number): ProgrammePlan {
  const { members, earning } = plan;
  const cut = <Moving extends { list: unknown[] }>(moving: Moving): Moving => ({
    ...moving,
    list: moving.list.slice(0, most),
  });
  return {
    ...plan,
    members: { ...members, up: cut(members.up), down: cut(members.down) },
    earning: earning === null ? null : { ...earning, gain: cut(earning.gain), lose: cut(earning.lose) },
  };
}
