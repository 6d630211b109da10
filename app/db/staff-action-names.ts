/**
 * Everything that a person can change in the admin, by the name it has in the log. A new one is a line here and a text
 * in every language (`activity.actions`).
 */
export const STAFF_ACTIONS = [
  "version.published",
  "programme.paused",
  "programme.resumed",
  "programme.archived",
  "draft.started",
  "draft.saved",
  "draft.discarded",
  "draft.restored",
  "points.adjusted",
  "points.reinstated",
  "redemption.cancelled",
  "redemption.granted",
  "reward.granted",
  "reward.issued",
  "reward.issue-cancelled",
  "member.blocked",
  "member.unblocked",
  "member.merged",
  "member.erased",
  "member.exported",
  "members.bulk-begun",
  "members.bulk-undone",
  "members.exported",
  "view.saved",
  "view.deleted",
  "deliveries.retried",
  "delivery.retried",
  "reconciliation.begun",
  "ledger.verification-begun",
  "import.read",
  "import.applied",
  "import.discarded",
  "import.undone",
  "shop.exported",
  "data-request.downloaded",
  "receipt.downloaded",
  "journal.exported",
  "report.exported",
  "activity.exported",
  "staff.role-given",
  "settings.saved",
  "retention.saved",
  "programme.copied",
] as const;

export type StaffActionName = (typeof STAFF_ACTIONS)[number];

/** What a deed was done to, so that the log can lead there. */
export const SUBJECT_KINDS = [
  "member",
  "version",
  "draft",
  "reward",
  "redemption",
  "issue",
  "delivery",
  "import",
  "data-request",
  "staff",
  "bulk",
  "view",
  "shop",
] as const;

export type SubjectKind = (typeof SUBJECT_KINDS)[number];
