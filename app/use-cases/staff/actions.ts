/** What the log of what staff did can name. To add one, see the list itself. */
export {
  ACTION_GROUPS,
  actionsOf,
  STAFF_ACTIONS,
  type ActionGroup,
  type StaffActionName,
  type SubjectKind,
} from "../../db/staff-action-names.ts";
import { noteAction, type StaffAction } from "../../db/staff-actions.ts";
import type { Services } from "../services.ts";

/** Whoever did something in the admin, with the role they did it in. */
export interface By {
  staff: string;
  role: StaffAction["role"];
}

/** A line of the log for what changes nothing that is kept, such as a download: it needs no transaction of its own. */
export function noteDeed(
  { db, clock }: Pick<Services, "db" | "clock">,
  shopId: number,
  deed: Omit<StaffAction, "at">,
): Promise<void> {
  return noteAction(db.sql, shopId, { ...deed, at: clock() });
}
