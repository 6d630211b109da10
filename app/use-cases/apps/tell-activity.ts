import { randomUUID } from "node:crypto";
import type { LoadedBook } from "../../db/load-book.ts";
import type { ShopRow } from "../../db/shops.ts";
import { isOut } from "../../loyalty/absence.ts";
import { activityRules } from "../../loyalty/earning.ts";
import { findMember } from "../../loyalty/finder.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Points } from "../../loyalty/points.ts";
import { versionAt } from "../../loyalty/versions.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";
import { findNamedCustomer, toldKey, type NamedCustomer } from "./told.ts";

export interface ToldActivity extends NamedCustomer {
  /** The app's own. */
  id: string;
  /** As the rules of the programme have it behind "activity:". */
  activity: string;
}

export type ActivityTold =
  /** No points where the member has had as many as the rule gives. */
  | { outcome: "earned" | "known-already"; points: Points }
  | { outcome: "conflict" | "nobody" | "out" | "no-rule" };

/** Gives the points of the programme's activity rules, once for each id of the app. */
export async function tellActivity(
  services: Services,
  shop: ShopRow,
  { app, told }: { app: string; told: ToldActivity },
): Promise<ActivityTold> {
  const customerId = await findNamedCustomer(services.db.sql, shop, told);
  if (customerId === null) return { outcome: "nobody" };
  const { activity } = told;
  const key = `app:${toldKey(app, told.id)}`;
  let refused: ActivityTold = { outcome: "nobody" };
  const command = {
    event: { kind: "activity", customerId, activity, key } as const,
    actor: `app ${app}`,
    eventId: randomUUID(),
  };
  const outcome = await handleEvent(services, shop, command, {
    may(book) {
      const refusal = refusalOf(book, { customerId, activity, key, now: services.clock() });
      if (refusal !== null) refused = refusal;
      return refusal === null;
    },
  });
  return outcome?.outcome === "earned" ? { outcome: "earned", points: outcome.points } : refused;
}

interface Asked {
  customerId: MemberId;
  activity: string;
  key: string;
  now: number;
}

/** Why nothing happens; null where it does. What is refused may be told again under the same id. */
function refusalOf(book: LoadedBook, { customerId, activity, key, now }: Asked): ActivityTold | null {
  const before = book.activities.get(key);
  const member = findMember(book, customerId);
  if (before !== undefined) {
    const isSame = before.activity === activity && before.memberId === member?.id;
    const points = before.earned.reduce((sum, earned) => sum + earned.points, 0n);
    return isSame ? { outcome: "known-already", points } : { outcome: "conflict" };
  }
  if (member === null) return { outcome: "nobody" };
  if (isOut(member)) return { outcome: "out" };
  const programme = versionAt(book.versions, now)?.programme;
  const rules = programme === undefined ? [] : activityRules(programme, activity, now);
  return rules.length === 0 ? { outcome: "no-rule" } : null;
}
