import { isOut } from "./absence.ts";
import type { Book } from "./book.ts";
import { periodKey } from "./calendar.ts";
import { activityRules, signupPoints } from "./earning.ts";
import type { Explanation } from "./explanation.ts";
import { activitiesOf, addActivity } from "./finder.ts";
import { makeAvailable, noteActivity } from "./gains.ts";
import type { Occasion } from "./occasion.ts";
import type { Points } from "./points.ts";
import { post } from "./posting.ts";
import type { ActivityRule } from "./programme.ts";
import type { MemberRecord } from "./records.ts";
import { versionAt } from "./versions.ts";

/** Something a member did besides buying. The key is used up even where no rule rewards it; returns the points. */
export function earnActivity(
  book: Book,
  member: MemberRecord,
  { activity, key }: { activity: string; key: string },
  occasion: Occasion,
): Points {
  const programme = versionAt(book.versions, occasion.at)?.programme ?? null;
  const rules = programme === null || isOut(member) ? [] : activityRules(programme, activity, occasion.at);
  const earned = rules
    .filter(
      (rule) => programme !== null && hasRoom(book, member, rule, { zone: programme.timezone, occasion }),
    )
    .map((rule) => ({ ruleId: rule.id, points: rule.bonus }));
  addActivity(book, { key, memberId: member.id, activity, at: occasion.at, earned });
  book.changes.activities.add(key);
  const points = earned.reduce((sum, bonus) => sum + bonus.points, 0n);
  const bonuses = earned.map((bonus) => ({ rule: bonus.ruleId, points: bonus.points.toString() }));
  const entry = { key: `activity:${key}`, explanation: { kind: "activity", activity, bonuses } } as const;
  gainAtOnce(book, member, { ...entry, kind: "activity", points }, occasion);
  return points;
}

/** The bonus of the customer's first `customers/create`; used up by it also where no rule gives one. */
export function signUp(book: Book, member: MemberRecord, occasion: Occasion): Points {
  member.signedUp = true;
  book.changes.members.add(member.id);
  const programme = versionAt(book.versions, occasion.at)?.programme ?? null;
  if (programme === null || isOut(member)) return 0n;
  const { points, explanation } = signupPoints(programme, occasion.at);
  const key = `signup:${book.pseudonym(member.id)}`;
  gainAtOnce(book, member, { key, kind: "signup", explanation, points }, occasion);
  return points;
}

interface GainAtOnce {
  key: string;
  kind: "activity" | "signup";
  explanation: Explanation;
  points: Points;
}

function gainAtOnce(book: Book, member: MemberRecord, gain: GainAtOnce, occasion: Occasion): void {
  const { key, kind, explanation, points } = gain;
  if (points === 0n) return;
  noteActivity(member, occasion.at);
  const lot = { lotId: key, points, debit: "earnings", source: kind, orderId: null } as const;
  const postings = makeAvailable(book, member, lot, occasion.at);
  post(book, member, occasion, { key, kind, explanation, postings });
}

/** A limit counts how often the rule itself rewarded the member in the period that holds the instant. */
function hasRoom(
  book: Book,
  member: MemberRecord,
  { id, limit }: ActivityRule,
  { zone, occasion }: { zone: string; occasion: Occasion },
): boolean {
  if (limit === null) return true;
  const period = periodKey(zone, occasion.at, limit.per);
  const used = activitiesOf(book, member.id).filter(
    ({ at, earned }) =>
      earned.some(({ ruleId }) => ruleId === id) && periodKey(zone, at, limit.per) === period,
  );
  return used.length < limit.times;
}
