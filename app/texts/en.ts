import { enAccess } from "./en-access.ts";
import { enActivity } from "./en-activity.ts";
import { enAnalytics } from "./en-analytics.ts";
import { enChecklist } from "./en-checklist.ts";
import { enCommon } from "./en-common.ts";
import { enDeliveries } from "./en-deliveries.ts";
import { enDocument } from "./en-document.ts";
import { enEditor } from "./en-editor.ts";
import { enExperiments } from "./en-experiments.ts";
import { enFaults } from "./en-faults.ts";
import { enEntries } from "./en-entries.ts";
import { enFeedback } from "./en-feedback.ts";
import { enFigureRows } from "./en-figure-rows.ts";
import { enHome } from "./en-home.ts";
import { enRecommend } from "./en-recommend.ts";
import { enInsight } from "./en-insight.ts";
import { enMemberList } from "./en-member-list.ts";
import { enMembers } from "./en-members.ts";
import { enModels } from "./en-models.ts";
import { enMove } from "./en-move.ts";
import { enPastOrders } from "./en-past-orders.ts";
import { enPlan } from "./en-plan.ts";
import { enPerson } from "./en-person.ts";
import { enProgramme } from "./en-programme.ts";
import { enProgrammeState } from "./en-programme-state.ts";
import { enReasons } from "./en-reasons.ts";
import { enReconciliation } from "./en-reconciliation.ts";
import { enRedemptions } from "./en-redemptions.ts";
import { enOffers } from "./en-offers.ts";
import { enOperations } from "./en-operations.ts";
import { enPredictions } from "./en-predictions.ts";
import { enPrivacy } from "./en-privacy.ts";
import { enSegments } from "./en-segments.ts";
import { enSettings } from "./en-settings.ts";
import { enRewardPages } from "./en-reward-pages.ts";
import { enSimulator } from "./en-simulator.ts";
import { enStaff } from "./en-staff.ts";
import { enStart } from "./en-start.ts";
import { enStores } from "./en-stores.ts";
import { enVersions } from "./en-versions.ts";

/** English. Numbers come in as decimal strings with the text that is shown; `**` marks what a sentence stresses. */
export const en = {
  ...enCommon,
  home: enHome,
  insight: enInsight,
  recommendations: enRecommend,
  predictions: enPredictions,
  models: enModels,
  feedback: enFeedback,
  members: enMembers.list,
  memberList: enMemberList,
  member: enMembers.page,
  adjust: enMembers.adjust,
  person: enPerson,
  entries: enEntries,
  experiments: enExperiments,
  offers: enOffers,
  programme: enProgramme,
  move: enMove,
  deliveries: enDeliveries,
  document: enDocument,
  editor: enEditor,
  faults: enFaults,
  reasons: enReasons,
  reconciliation: enReconciliation,
  redemptions: enRedemptions,
  rewardPages: enRewardPages,
  staff: enStaff,
  access: enAccess,
  activity: enActivity,
  settings: enSettings,
  operations: enOperations,
  privacy: enPrivacy,
  analytics: enAnalytics,
  figureRows: enFigureRows,
  programmeState: enProgrammeState,
  pastOrders: enPastOrders,
  plan: enPlan,
  versions: enVersions,
  checklist: enChecklist,
  simulator: enSimulator,
  start: enStart,
  stores: enStores,
  segments: enSegments,
};
