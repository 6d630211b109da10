import type { RecentOrder } from "../../db/whole-members.ts";
import { namesProductFacts } from "../../loyalty/product-facts.ts";
import { oddities } from "../../loyalty/programme-oddities.ts";
import type { Programme } from "../../loyalty/programme.ts";
import { formatInstant, type Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { MembersPlan } from "./plan-members.ts";
import type { Proposal } from "./propose-programme.ts";

export interface WarningTerms {
  proposal: Proposal;
  versions: readonly ProgrammeVersion[];
  members: MembersPlan;
  recent: readonly RecentOrder[];
  now: Instant;
}

/** What somebody should know before applying, in sentences. */
export function warningsFor({ proposal, versions, members, recent, now }: WarningTerms): string[] {
  const { programme, current, startsAt } = proposal;
  const starts = startsAt ?? now;
  return [
    ...oddities(programme).map(({ path, problem, mend }) => `${path}: ${problem}; ${mend}`),
    ...afterwards(versions, starts),
    ...pendingStays(members),
    ...goneLevels(members),
    ...goneRewards(programme, members),
    ...(current === null ? [] : otherRules(current.programme, programme)),
    ...unknownProducts(programme, recent),
  ];
}

function afterwards(versions: readonly ProgrammeVersion[], starts: Instant): string[] {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom > starts)
    .map(
      ({ number, effectiveFrom }) =>
        `version ${number}, which starts at ${formatInstant(effectiveFrom)}, takes its place then`,
    );
}

function pendingStays({ pendingOrders, pendingPoints }: MembersPlan): string[] {
  if (pendingOrders === 0) return [];
  return [
    `${pendingOrders} orders with ${pendingPoints} pending points stay under the version they were processed under, and so do refunds of all orders before`,
  ];
}

function goneLevels({ losingTheirLevel }: MembersPlan): string[] {
  return [...losingTheirLevel].map(([level, count]) => {
    return `${count} members hold "${level}", which is no level any more: they have the highest that they reach from the first midnight on`;
  });
}

function goneRewards({ rewards }: Programme, { held }: MembersPlan): string[] {
  return [...held]
    .filter(([id]) => !rewards.some((reward) => reward.id === id))
    .map(
      ([id, count]) =>
        `${count} redemptions of "${id}" are held: they stay as they were made, though the reward goes`,
    );
}

function otherRules(before: Programme, after: Programme): string[] {
  const warnings: string[] = [];
  if (JSON.stringify(before.points.expiry) !== JSON.stringify(after.points.expiry))
    warnings.push(
      "points that are available already keep the expiry they have; the new one is for those that become available under it",
    );
  if (before.timezone !== after.timezone)
    warnings.push(
      `days begin at the midnights of ${after.timezone} from then on, no longer of ${before.timezone}`,
    );
  return warnings;
}

function unknownProducts({ earning }: Programme, recent: readonly RecentOrder[]): string[] {
  if (!namesProductFacts(earning)) return [];
  const known = recent.some(({ products }) => Object.keys(products).length > 0);
  if (known || recent.length === 0) return [];
  return [
    "nothing is known yet of products' tags, collections and types: the figures on earning take every product as having none",
  ];
}
