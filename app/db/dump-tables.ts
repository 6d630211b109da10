/** What of a table is left out, or put in the place of a column, where an export is to name nobody. */
export interface Dumped {
  table: string;
  /** "all": the whole table tells of people. Else SQL in the place of columns. */
  people?: "all" | Record<string, string>;
  /** SQL that holds for rows that tell of people and of nothing else. */
  peopleRows?: string;
  /** Columns that the database itself writes anew when the rest is put back. */
  derived?: readonly string[];
}

/**
 * When a member falls due next may be on their birthday: whoever has one is looked at as soon as the file is put back,
 * which works out anew when the next time is.
 */
const DUE_WITHOUT_BIRTHDAY = `to_char(CASE WHEN jsonb_typeof(record->'birthday') = 'object' THEN known_since ELSE next_due_at END
  AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Every table of a shop that an export holds, in the order of its lines. A table that is neither here nor in NOT_DUMPED
 * fails a test: nobody loses what was added later.
 */
export const DUMPED: readonly Dumped[] = [
  { table: "programme_version" },
  { table: "programme_draft" },
  {
    table: "member",
    people: { record: `record || '{"birthday": null}'`, next_due_at: DUE_WITHOUT_BIRTHDAY },
  },
  { table: "person", people: "all", derived: ["words", "grams"] },
  { table: "lot" },
  { table: "level_change" },
  { table: "order" },
  { table: "redemption" },
  { table: "redemption_refusal" },
  { table: "benefit", people: { reason: "NULL" } },
  { table: "reward_issue" },
  { table: "issue_batch" },
  { table: "issued_code" },
  { table: "withdrawn_code" },
  { table: "activity" },
  { table: "adjustment_key" },
  { table: "ledger_transaction" },
  { table: "posting" },
  { table: "seal" },
  { table: "signed_head" },
  {
    table: "command",
    people: { event: `CASE WHEN event ? 'reason' THEN jsonb_set(event, '{reason}', '""') ELSE event END` },
    peopleRows: `event->>'kind' = 'birthday'`,
  },
  {
    table: "delivery",
    people: {
      event: `CASE WHEN event ? 'person' THEN jsonb_set(event - 'note', '{person}', 'null') ELSE event END`,
      body: "NULL",
    },
  },
  { table: "product" },
  { table: "erased_id" },
  { table: "data_request", people: "all" },
  { table: "reconciliation" },
  { table: "reconciliation_finding" },
  { table: "member_import" },
  { table: "import_row", people: { cells: "NULL", faults: "NULL", values: "NULL" } },
  { table: "imported_entry", people: { reason: "''" } },
  { table: "referral_code", people: "all" },
  { table: "consent" },
  { table: "pick_event" },
  { table: "pick_refusal" },
  { table: "member_view", people: { search: "''" } },
  { table: "bulk_run", people: { search: "''" } },
  { table: "bulk_row" },
  { table: "onboarding" },
  { table: "staff_member", people: { name: "''" } },
  {
    table: "staff_action",
    people: {
      detail: `CASE WHEN detail ? 'points' THEN jsonb_build_object('points', detail->'points') ELSE '{}' END`,
    },
  },
  { table: "shop_settings" },
  { table: "segment" },
  { table: "segment_member" },
  { table: "segment_move" },
  { table: "segment_day" },
  { table: "segment_tag" },
  { table: "member_group" },
  { table: "group_move" },
  { table: "recommend_rules" },
  { table: "feedback", people: "all" },
  { table: "experiment" },
  { table: "experiment_member" },
  { table: "experiment_look" },
  { table: "offer_budget" },
  { table: "offer_month" },
];

/** Tables of shops that no export holds, and why nothing is lost by it. */
export const NOT_DUMPED: Record<string, string> = {
  shop: "stands in the first line",
  session: "holds the store's tokens, which open the store itself: another installation is given its own",
  lease: "says what a process is doing this moment",
  store_pause: "says how a store has answered this installation lately",
  verification: "is worked out anew by the next verification",
  ledger_check: "is worked out anew as soon as somebody asks",
  access_key: "opens this installation to other apps, which are given new ones at another",
  agency: "is an agreement of this installation: another one agrees anew",
  agency_code: "belongs to an agency",
  agency_store: "belongs to an agency",
  study: "says what a draft would do to the members of that day: it is worked out anew when somebody asks",
  study_member: "belongs to a study",
  figure_state: "says how far the figures of the reports are worked out, which are worked out anew",
  figure_member: "is worked out anew from the ledger and the orders",
  figure_share: "is worked out anew from the ledger and the orders",
  figure_order: "is worked out anew from the orders",
  figure_cell: "is worked out anew from the ledger and the orders",
  figure_segment: "says of which segments reports were asked, which are worked out anew when somebody asks",
  figure_segment_member: "is worked out anew from the members of a segment",
  insight_model: "is learned anew from the orders",
  insight_training: "says when models were learned last, which are learned anew",
  member_prediction: "is worked out anew from the orders",
  catalogue_product: "is asked of the store anew",
  product_picks: "is worked out anew from the orders",
  member_picks: "is worked out anew from the orders",
  pick_visit: "says which visitors were counted today, and is forgotten tomorrow",
  _prisma_migrations: "tells of the database, not of a shop",
};

/** Numbers that the database gives out, and where the highest one given stands. */
export const SEQUENCES: readonly { sequence: string; table: string; column: string }[] = [
  { sequence: "delivery_seq_seq", table: "delivery", column: "seq" },
  { sequence: "level_change_id_seq", table: "level_change", column: "id" },
  { sequence: "ledger_transaction_id_seq", table: "ledger_transaction", column: "id" },
  { sequence: "staff_action_id_seq", table: "staff_action", column: "id" },
  { sequence: "reconciliation_finding_id_seq", table: "reconciliation_finding", column: "id" },
  { sequence: "segment_move_id_seq", table: "segment_move", column: "id" },
  { sequence: "group_move_id_seq", table: "group_move", column: "id" },
  { sequence: "handled_order", table: "command", column: "handled_order" },
  { sequence: "handled_order", table: "delivery", column: "handled_order" },
];
