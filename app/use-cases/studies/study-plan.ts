import { listVersions } from "../../db/programmes.ts";
import { sumShop } from "../../db/shop-figures.ts";
import type { ShopRow } from "../../db/shops.ts";
import { lookAtShop } from "../../db/snapshot.ts";
import type { StudyList, StudyMember } from "../../db/studies.ts";
import { readMembersAfter, readRecentOrders, type WholeMembers } from "../../db/whole-members.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { drawUpPlan } from "../programme/draw-up-plan.ts";
import { planEarning } from "../programme/plan-earning.ts";
import { planMembers } from "../programme/plan-members.ts";
import { notesFor, type PlanNote } from "../programme/plan-notes.ts";
import { membersTerms, programmeBefore, RECENT_ORDERS, withFirst } from "../programme/plan-programme.ts";
import type { EarningMoves, Moves, ProgrammePlan } from "../programme/programme-plan.ts";
import { proposeProgramme } from "../programme/propose-programme.ts";
import type { Services } from "../services.ts";
import { noteFairness, type FairnessNote } from "./earned-groups.ts";

/** What a plan says, its members left out: they are kept in lists of their own, and erased with the person. */
export interface StudiedPlan {
  plan: ProgrammePlan;
  notes: PlanNote[];
  fairness: FairnessNote;
}

export type PlanStudied =
  | { outcome: "studied"; result: StudiedPlan; lists: Record<StudyList, StudyMember[]> }
  /** The shop or the time has gone on: what was asked is no plan of it any more. */
  | { outcome: "overtaken" };

export interface PlanWish {
  document: unknown;
  hash: string;
  /** Is told how many of all members were looked at. */
  tell(done: number, of: number): Promise<void>;
}

/**
 * The same as `planProgramme`, for shops of any size: members are read some at a time, each part as of one instant, so
 * that the shop's own work goes on in between.
 */
export async function studyPlan(
  services: Services,
  shop: ShopRow,
  { document, hash, tell }: PlanWish,
): Promise<PlanStudied> {
  const { db, clock } = services;
  const now = clock();
  const versions = await listVersions(db.sql, shop.id);
  const proposed = proposeProgramme(document, { shop, versions, now });
  if (!proposed.ok || proposed.proposal.hash !== hash) return { outcome: "overtaken" };
  const { proposal } = proposed;
  const terms = membersTerms(proposal, versions, now);
  const members = await planMembers(readInParts(services, shop, tell), terms);
  const recent =
    proposal.current === null
      ? []
      : await lookAtShop(db, shop.id, (tx) => readRecentOrders(tx, RECENT_ORDERS));
  const [before, after] = [programmeBefore(proposal), proposal.programme];
  const earning = planEarning(recent, before, after);
  const whole = drawUpPlan({ shop, proposal, members, earning, warnings: [] });
  return {
    outcome: "studied",
    result: {
      plan: withFirst(whole, 0),
      notes: notesFor({ proposal, versions, members, recent, now }),
      fairness: await noteFairness(services, shop, { recent, before, after, now }),
    },
    lists: {
      up: movers(members.up),
      down: movers(members.down),
      gain: earners(earning?.gain),
      lose: earners(earning?.lose),
    },
  };
}

async function* readInParts(
  { db }: Services,
  shop: ShopRow,
  tell: PlanWish["tell"],
): AsyncGenerator<WholeMembers> {
  const { members } = await sumShop(db.sql, shop.id);
  let done = 0;
  for (let after: MemberId = "0"; ;) {
    const page = await lookAtShop(db, shop.id, (tx) => readMembersAfter(tx, after));
    if (page === null) return;
    after = page.last;
    yield page.whole;
    done += page.whole.members.length;
    await tell(done, Math.max(done, Number(members)));
  }
}

function movers({ list }: Moves): StudyMember[] {
  return list.map(({ customer, from, to }) => ({ memberId: customer, before: from, after: to }));
}

function earners(moves: EarningMoves | undefined): StudyMember[] {
  return (moves?.list ?? []).map(({ customer, before, after }) => ({
    memberId: customer,
    before: String(before),
    after: String(after),
  }));
}
