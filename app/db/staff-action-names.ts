/**
 * Everything that a person can change in the admin, by the name it has in the log, and the part of the app that it belongs
 * to. A new one is a line here and a text in every language (`activity.actions`).
 */
export const STAFF_ACTIONS = {
  "version.published": "programme",
  "programme.paused": "programme",
  "programme.resumed": "programme",
  "programme.archived": "programme",
  "programme.copied": "programme",
  "stores.founded": "access",
  "stores.code-made": "access",
  "stores.joined": "access",
  "stores.left": "access",
  "draft.started": "programme",
  "draft.saved": "programme",
  "draft.discarded": "programme",
  "draft.restored": "programme",
  "plan.stopped": "programme",
  "points.adjusted": "points",
  "points.reinstated": "points",
  "redemption.made": "rewards",
  "past-orders.credited": "points",
  "redemption.cancelled": "rewards",
  "redemption.granted": "rewards",
  "redemption.retried": "rewards",
  "reward.granted": "rewards",
  "reward.issue-cancelled": "rewards",
  "member.blocked": "members",
  "member.unblocked": "members",
  "member.merged": "members",
  "member.erased": "members",
  "member.exported": "members",
  "members.bulk-begun": "members",
  "members.bulk-undone": "members",
  "members.exported": "members",
  "figure-rows.exported": "members",
  "journal.exported": "operations",
  "receipt.downloaded": "members",
  "view.saved": "members",
  "view.deleted": "members",
  "models.trained": "insight",
  "segment.made": "insight",
  "segment.changed": "insight",
  "segment.deleted": "insight",
  "segment.restored": "insight",
  "segment.sync-started": "insight",
  "segment.sync-stopped": "insight",
  "segment.sync-undone": "insight",
  "recommendations.changed": "insight",
  "control-group.changed": "insight",
  "offers.sent": "insight",
  "offers.budget-set": "insight",
  "experiment.planned": "insight",
  "experiment.replanned": "insight",
  "experiment.started": "insight",
  "experiment.stopped": "insight",
  "experiment.decided": "insight",
  "experiment.discarded": "insight",
  "feedback.added": "insight",
  "feedback.answered": "insight",
  "feedback.closed": "insight",
  "feedback.reopened": "insight",
  "feedback.noted": "insight",
  "feedback.deleted": "insight",
  "feedback.exported": "insight",
  "deliveries.retried": "operations",
  "delivery.retried": "operations",
  "reconciliation.begun": "operations",
  "ledger.verification-begun": "operations",
  "import.read": "operations",
  "import.applied": "operations",
  "import.discarded": "operations",
  "import.undone": "operations",
  "shop.exported": "operations",
  "activity.exported": "access",
  "data-request.downloaded": "access",
  "staff.role-given": "access",
  "access-key.made": "access",
  "access-key.withdrawn": "access",
  "settings.saved": "access",
  "retention.saved": "access",
} as const satisfies Record<string, ActionGroup>;

export const ACTION_GROUPS = [
  "points",
  "members",
  "rewards",
  "programme",
  "insight",
  "operations",
  "access",
] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];
export type StaffActionName = keyof typeof STAFF_ACTIONS;

/** The names of one part of the app. */
export function actionsOf(group: ActionGroup): StaffActionName[] {
  return (Object.keys(STAFF_ACTIONS) as StaffActionName[]).filter((name) => STAFF_ACTIONS[name] === group);
}

/** What a deed was done to, so that the log can lead there. */
export type SubjectKind =
  | "member"
  | "version"
  | "draft"
  | "reward"
  | "redemption"
  | "issue"
  | "delivery"
  | "import"
  | "data-request"
  | "staff"
  | "bulk"
  | "view"
  | "segment"
  | "experiment"
  | "feedback"
  | "shop";
