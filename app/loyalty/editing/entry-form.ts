import type { Field } from "./fields.ts";

/** How one entry of a list is asked for: in a sentence first, then what narrows it down. */
export interface EntryForm {
  /** Stand in the entry's sentence, by the texts' placeholders. */
  sentence: readonly Field[];
  /** Groups of fields below it, by the name that texts give the group. */
  groups: readonly { name: string; fields: readonly Field[] }[];
}

export function fieldsOf({ sentence, groups }: EntryForm): readonly Field[] {
  return [...sentence, ...groups.flatMap(({ fields }) => fields)];
}
