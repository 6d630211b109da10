import { zhAccess } from "./zh-access.ts";
import { zhActivity } from "./zh-activity.ts";
import { zhAnalytics } from "./zh-analytics.ts";
import { zhCommon } from "./zh-common.ts";
import { zhDeliveries } from "./zh-deliveries.ts";
import { zhDocument } from "./zh-document.ts";
import { zhEditor } from "./zh-editor.ts";
import { zhExperiments } from "./zh-experiments.ts";
import { zhFaults } from "./zh-faults.ts";
import { zhEntries } from "./zh-entries.ts";
import { zhFeedback } from "./zh-feedback.ts";
import { zhFigureRows } from "./zh-figure-rows.ts";
import { zhHome } from "./zh-home.ts";
import { zhRecommend } from "./zh-recommend.ts";
import { zhInsight } from "./zh-insight.ts";
import { zhMemberList } from "./zh-member-list.ts";
import { zhMembers } from "./zh-members.ts";
import { zhModels } from "./zh-models.ts";
import { zhMove } from "./zh-move.ts";
import { zhPerson } from "./zh-person.ts";
import { zhProgramme } from "./zh-programme.ts";
import { zhProgrammeState } from "./zh-programme-state.ts";
import { zhReasons } from "./zh-reasons.ts";
import { zhReconciliation } from "./zh-reconciliation.ts";
import { zhRedemptions } from "./zh-redemptions.ts";
import { zhOffers } from "./zh-offers.ts";
import { zhOperations } from "./zh-operations.ts";
import { zhPredictions } from "./zh-predictions.ts";
import { zhPrivacy } from "./zh-privacy.ts";
import { zhSegments } from "./zh-segments.ts";
import { zhSettings } from "./zh-settings.ts";
import { zhRewardPages } from "./zh-reward-pages.ts";
import { zhStaff } from "./zh-staff.ts";
import { zhStores } from "./zh-stores.ts";
import type { en } from "./en.ts";
import { zhChecklist } from "./zh-checklist.ts";
import { zhSimulator } from "./zh-simulator.ts";
import { zhStart } from "./zh-start.ts";
import { zhPastOrders } from "./zh-past-orders.ts";
import { zhPlan } from "./zh-plan.ts";
import { zhVersions } from "./zh-versions.ts";

/** Chinese in simplified characters. */
export const zh: typeof en = {
  ...zhCommon,
  home: zhHome,
  insight: zhInsight,
  recommendations: zhRecommend,
  predictions: zhPredictions,
  models: zhModels,
  feedback: zhFeedback,
  members: zhMembers.list,
  memberList: zhMemberList,
  member: zhMembers.page,
  adjust: zhMembers.adjust,
  person: zhPerson,
  entries: zhEntries,
  experiments: zhExperiments,
  offers: zhOffers,
  programme: zhProgramme,
  move: zhMove,
  deliveries: zhDeliveries,
  document: zhDocument,
  editor: zhEditor,
  faults: zhFaults,
  reasons: zhReasons,
  reconciliation: zhReconciliation,
  redemptions: zhRedemptions,
  rewardPages: zhRewardPages,
  staff: zhStaff,
  access: zhAccess,
  activity: zhActivity,
  settings: zhSettings,
  operations: zhOperations,
  privacy: zhPrivacy,
  analytics: zhAnalytics,
  figureRows: zhFigureRows,
  programmeState: zhProgrammeState,
  pastOrders: zhPastOrders,
  plan: zhPlan,
  versions: zhVersions,
  checklist: zhChecklist,
  simulator: zhSimulator,
  start: zhStart,
  stores: zhStores,
  segments: zhSegments,
};
