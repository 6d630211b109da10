import { deAnalytics } from "./de-analytics.ts";
import { deCommon } from "./de-common.ts";
import { deDeliveries } from "./de-deliveries.ts";
import { deEntries } from "./de-entries.ts";
import { deHome } from "./de-home.ts";
import { deMembers } from "./de-members.ts";
import { deMove } from "./de-move.ts";
import { deProgramme } from "./de-programme.ts";
import { deProgrammeState } from "./de-programme-state.ts";
import { deReconciliation } from "./de-reconciliation.ts";
import { deRedemptions } from "./de-redemptions.ts";
import { deStaff } from "./de-staff.ts";
import type { en } from "./en.ts";

/** German. */
export const de: typeof en = {
  ...deCommon,
  home: deHome,
  members: deMembers.list,
  member: deMembers.page,
  adjust: deMembers.adjust,
  entries: deEntries,
  programme: deProgramme,
  move: deMove,
  deliveries: deDeliveries,
  reconciliation: deReconciliation,
  redemptions: deRedemptions,
  staff: deStaff,
  analytics: deAnalytics,
  programmeState: deProgrammeState,
};
