import { enAnalytics } from "./en-analytics.ts";
import { enCommon } from "./en-common.ts";
import { enDeliveries } from "./en-deliveries.ts";
import { enEntries } from "./en-entries.ts";
import { enHome } from "./en-home.ts";
import { enMembers } from "./en-members.ts";
import { enMove } from "./en-move.ts";
import { enProgramme } from "./en-programme.ts";
import { enProgrammeState } from "./en-programme-state.ts";
import { enReconciliation } from "./en-reconciliation.ts";
import { enRedemptions } from "./en-redemptions.ts";
import { enStaff } from "./en-staff.ts";

/** English. Numbers come in as decimal strings with the text that is shown; `**` marks what a sentence stresses. */
export const en = {
  ...enCommon,
  home: enHome,
  members: enMembers.list,
  member: enMembers.page,
  adjust: enMembers.adjust,
  entries: enEntries,
  programme: enProgramme,
  move: enMove,
  deliveries: enDeliveries,
  reconciliation: enReconciliation,
  redemptions: enRedemptions,
  staff: enStaff,
  analytics: enAnalytics,
  programmeState: enProgrammeState,
};
