/** SQL that holds for a `member m` who left the programme or was shut out of it, and for one who was shut out; else false or null. */
export const IS_OUT = `m.record->'absences' @> '[{"to": null}]'`;
export const IS_BLOCKED = `m.record->'absences' @> '[{"to": null, "because": "blocked"}]'`;

/** The same of one who is a member: not merged away or erased, and neither gone from the programme nor shut out of it. */
export const IN_PROGRAMME = `m.id > 0 AND m.merged_into IS NULL AND NOT coalesce(${IS_OUT}, false)`;
