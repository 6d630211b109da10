import { storableText } from "../../db/json.ts";

export const LONGEST_DRAFT_NAME = 100;

/** As it is kept: in one line, as long as a line of a list, and never empty. */
export function draftName(typed: string, otherwise: string): string {
  const line = storableText(typed).replace(/\s+/g, " ").trim();
  const name = [...line].slice(0, LONGEST_DRAFT_NAME).join("");
  return name === "" ? otherwise : name;
}
