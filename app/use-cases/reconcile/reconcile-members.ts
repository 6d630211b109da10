import { listMembersToLookFor } from "../../db/known-members.ts";
import { deliverMissed, noteFindings } from "./deliver-missed.ts";
import { isDoubtful } from "./doubt.ts";
import { whatBecameOf } from "./gone-customers.ts";
import { NO_FINDING, type Missed, type Reconciling, type Turn } from "./reconciling.ts";

const MEMBERS_A_RUN = 500;

/** Looks for a share of the members in the store: who is gone from it was merged or deleted. */
export async function reconcileMembers(reconciling: Reconciling): Promise<Turn> {
  const { services, shop, run } = reconciling;
  const share = { most: MEMBERS_A_RUN, turn: run.number };
  const ids = await listMembersToLookFor(services.db.sql, shop.id, share);
  const there = await services.platform.present(shop.domain, "customer", ids);
  const gone = ids.filter((id) => !there.has(id));
  if (isDoubtful(gone.length, ids.length)) {
    const detail = `${gone.length}/${ids.length}`;
    await noteFindings(reconciling, [{ ...NO_FINDING, kind: "members-not-found", webhookId: null, detail }]);
  } else {
    const missed: Missed[] = [];
    for (const id of gone) missed.push(await whatBecameOf(reconciling, id));
    await deliverMissed(reconciling, missed);
  }
  return { cursor: null, looked: { members: ids.length } };
}
