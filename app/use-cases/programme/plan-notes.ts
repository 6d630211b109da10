import type { RecentOrder } from "../../db/whole-members.ts";
import { namesProductFacts } from "../../loyalty/product-facts.ts";
import { oddities } from "../../loyalty/programme-oddities.ts";
import type { Fault, Programme } from "../../loyalty/programme.ts";
import { formatInstant, type Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { MembersPlan } from "./plan-members.ts";
import type { Proposal } from "./propose-programme.ts";

/** Something to know before applying. Points are decimal strings, instants ISO 8601. */
export type PlanNote =
  | ({ note: "odd" } & Fault)
  /** A version that was scheduled takes the place of this one when it starts. */
  | { note: "replaced"; version: number; at: string }
  /** Points that wait stay under the version that their orders were processed under. */
  | { note: "pending-stays"; orders: number; points: string }
  /** The programme stands still, and the document does not say so. */
  | { note: "ends-pause"; state: "paused" | "archived" }
  | { note: "level-gone"; level: string; members: number }
  /** Redemptions of a reward that goes are held, and stay. */
  | { note: "reward-gone"; reward: string; redemptions: number }
  | { note: "expiry-kept" }
  | { note: "other-zone"; before: string; after: string }
  /** Nothing is known of products yet, so what earning says of them is guessed. */
  | { note: "products-unknown" };

export interface NoteTerms {
  proposal: Proposal;
  versions: readonly ProgrammeVersion[];
  members: MembersPlan;
  recent: readonly RecentOrder[];
  now: Instant;
}

/** What somebody should know before applying. */
export function notesFor({ proposal, versions, members, recent, now }: NoteTerms): PlanNote[] {
  const { programme, current, startsAt } = proposal;
  const starts = startsAt ?? now;
  return [
    ...oddities(programme).map((fault): PlanNote => ({ note: "odd", ...fault })),
    ...endsPause(proposal),
    ...afterwards(versions, starts),
    ...pendingStays(members),
    ...[...members.losingTheirLevel].map(([level, count]): PlanNote => {
      return { note: "level-gone", level, members: count };
    }),
    ...goneRewards(programme, members),
    ...(current === null ? [] : otherRules(current.programme, programme)),
    ...unknownProducts(programme, recent),
  ];
}

/** In English, for what is printed: the admin has texts of its own. */
export function noteSentence(note: PlanNote): string {
  switch (note.note) {
    case "odd":
      return `${note.path}: ${note.problem}; ${note.mend}`;
    case "replaced":
      return `version ${note.version}, which starts at ${note.at}, takes its place then`;
    case "pending-stays":
      return `${note.orders} orders with ${note.points} pending points stay under the version they were processed under, and so do refunds of all orders before`;
    case "ends-pause":
      return `the programme is ${note.state} now, and this ends it: orders earn and rewards can be redeemed from its start on; write "state: ${note.state}" to leave it so`;
    case "level-gone":
      return `${note.members} members hold "${note.level}", which is no level any more: they have the highest that they reach from the first midnight on`;
    case "reward-gone":
      return `${note.redemptions} redemptions of "${note.reward}" are held: they stay as they were made, though the reward goes`;
    case "expiry-kept":
      return "points that are available already keep the expiry they have; the new one is for those that become available under it";
    case "other-zone":
      return `days begin at the midnights of ${note.after} from then on, no longer of ${note.before}`;
    case "products-unknown":
      return "nothing is known yet of products' tags, collections and types: the figures on earning take every product as having none";
  }
}

function endsPause({ current, programme }: Proposal): PlanNote[] {
  const state = current?.programme.state ?? "running";
  return state === "running" || programme.state !== "running" ? [] : [{ note: "ends-pause", state }];
}

function afterwards(versions: readonly ProgrammeVersion[], starts: Instant): PlanNote[] {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom > starts)
    .map(({ number, effectiveFrom }) => ({
      note: "replaced",
      version: number,
      at: formatInstant(effectiveFrom),
    }));
}

function pendingStays({ pendingOrders, pendingPoints }: MembersPlan): PlanNote[] {
  if (pendingOrders === 0) return [];
  return [{ note: "pending-stays", orders: pendingOrders, points: pendingPoints.toString() }];
}

function goneRewards({ rewards }: Programme, { held }: MembersPlan): PlanNote[] {
  return [...held]
    .filter(([id]) => !rewards.some((reward) => reward.id === id))
    .map(([reward, redemptions]) => ({ note: "reward-gone", reward, redemptions }));
}

function otherRules(before: Programme, after: Programme): PlanNote[] {
  const notes: PlanNote[] = [];
  if (JSON.stringify(before.points.expiry) !== JSON.stringify(after.points.expiry))
    notes.push({ note: "expiry-kept" });
  if (before.timezone !== after.timezone)
    notes.push({ note: "other-zone", before: before.timezone, after: after.timezone });
  return notes;
}

function unknownProducts({ earning }: Programme, recent: readonly RecentOrder[]): PlanNote[] {
  if (!namesProductFacts(earning)) return [];
  const known = recent.some(({ products }) => Object.keys(products).length > 0);
  return known || recent.length === 0 ? [] : [{ note: "products-unknown" }];
}
