import { zhAnalytics } from "./zh-analytics.ts";
import { zhCommon } from "./zh-common.ts";
import { zhDeliveries } from "./zh-deliveries.ts";
import { zhEntries } from "./zh-entries.ts";
import { zhHome } from "./zh-home.ts";
import { zhMembers } from "./zh-members.ts";
import { zhMove } from "./zh-move.ts";
import { zhProgramme } from "./zh-programme.ts";
import { zhProgrammeState } from "./zh-programme-state.ts";
import { zhReconciliation } from "./zh-reconciliation.ts";
import { zhRedemptions } from "./zh-redemptions.ts";
import { zhStaff } from "./zh-staff.ts";
import type { en } from "./en.ts";

/** Chinese in simplified characters. */
export const zh: typeof en = {
  ...zhCommon,
  home: zhHome,
  members: zhMembers.list,
  member: zhMembers.page,
  adjust: zhMembers.adjust,
  entries: zhEntries,
  programme: zhProgramme,
  move: zhMove,
  deliveries: zhDeliveries,
  reconciliation: zhReconciliation,
  redemptions: zhRedemptions,
  staff: zhStaff,
  analytics: zhAnalytics,
  programmeState: zhProgrammeState,
};
