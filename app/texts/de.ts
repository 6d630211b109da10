import { deAccess } from "./de-access.ts";
import { deActivity } from "./de-activity.ts";
import { deAnalytics } from "./de-analytics.ts";
import { deCommon } from "./de-common.ts";
import { deDeliveries } from "./de-deliveries.ts";
import { deDocument } from "./de-document.ts";
import { deEditor } from "./de-editor.ts";
import { deExperiments } from "./de-experiments.ts";
import { deFaults } from "./de-faults.ts";
import { deEntries } from "./de-entries.ts";
import { deFeedback } from "./de-feedback.ts";
import { deFigureRows } from "./de-figure-rows.ts";
import { deHome } from "./de-home.ts";
import { deRecommend } from "./de-recommend.ts";
import { deInsight } from "./de-insight.ts";
import { deMemberList } from "./de-member-list.ts";
import { deMembers } from "./de-members.ts";
import { deModels } from "./de-models.ts";
import { deMove } from "./de-move.ts";
import { dePerson } from "./de-person.ts";
import { deProgramme } from "./de-programme.ts";
import { deProgrammeState } from "./de-programme-state.ts";
import { deReasons } from "./de-reasons.ts";
import { deReconciliation } from "./de-reconciliation.ts";
import { deRedemptions } from "./de-redemptions.ts";
import { deOffers } from "./de-offers.ts";
import { deOperations } from "./de-operations.ts";
import { dePredictions } from "./de-predictions.ts";
import { dePrivacy } from "./de-privacy.ts";
import { deSegments } from "./de-segments.ts";
import { deSettings } from "./de-settings.ts";
import { deRewardPages } from "./de-reward-pages.ts";
import { deStaff } from "./de-staff.ts";
import { deStores } from "./de-stores.ts";
import type { en } from "./en.ts";
import { deChecklist } from "./de-checklist.ts";
import { deSimulator } from "./de-simulator.ts";
import { deStart } from "./de-start.ts";
import { dePastOrders } from "./de-past-orders.ts";
import { dePlan } from "./de-plan.ts";
import { deVersions } from "./de-versions.ts";

/** German. */
export const de: typeof en = {
  ...deCommon,
  home: deHome,
  insight: deInsight,
  recommendations: deRecommend,
  predictions: dePredictions,
  models: deModels,
  feedback: deFeedback,
  members: deMembers.list,
  memberList: deMemberList,
  member: deMembers.page,
  adjust: deMembers.adjust,
  person: dePerson,
  entries: deEntries,
  experiments: deExperiments,
  offers: deOffers,
  programme: deProgramme,
  move: deMove,
  deliveries: deDeliveries,
  document: deDocument,
  editor: deEditor,
  faults: deFaults,
  reasons: deReasons,
  reconciliation: deReconciliation,
  redemptions: deRedemptions,
  rewardPages: deRewardPages,
  staff: deStaff,
  access: deAccess,
  activity: deActivity,
  settings: deSettings,
  operations: deOperations,
  privacy: dePrivacy,
  analytics: deAnalytics,
  figureRows: deFigureRows,
  programmeState: deProgrammeState,
  pastOrders: dePastOrders,
  plan: dePlan,
  versions: deVersions,
  checklist: deChecklist,
  simulator: deSimulator,
  start: deStart,
  stores: deStores,
  segments: deSegments,
};
