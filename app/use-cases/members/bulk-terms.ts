import { readPoints } from "../../loyalty/read-points.ts";
import { fieldsOf, readFormId } from "../read-form.ts";

/**
 * What is done to each of many members. Points are a decimal string: above 0 to give, below to take; of a gift what it
 * would have cost when it was begun, which counts for limits alone.
 */
export type BulkTerms =
  { kind: "adjust"; points: string; reason: string } | { kind: "grant"; rewardId: string; points?: string };

export type BulkFault = "points" | "reason" | "reward" | "key";

/** What staff filled in, and whom they saw it would be done to. */
export interface BulkForm {
  /** Made with the form: however often it is sent, it is done once. */
  id: string;
  terms: BulkTerms;
  /** Of the list: whoever it finds. */
  address: string;
  /** How many members the person was told of. */
  confirmed: number;
}

export type ReadBulk = { ok: true; form: BulkForm } | { ok: false; faults: BulkFault[] };

const LONGEST_REASON = 200;

export function readBulk(form: FormData): ReadBulk {
  const text = fieldsOf(form);
  const faults: BulkFault[] = [];
  const id = readFormId(text("key"));
  if (id === null) faults.push("key");
  const terms = text("kind") === "grant" ? grantIn(text, faults) : adjustmentIn(text, faults);
  const confirmed = Number(text("confirmed"));
  if (id === null || faults.length > 0 || !Number.isInteger(confirmed)) return { ok: false, faults };
  return { ok: true, form: { id, terms, address: text("address"), confirmed } };
}

type Text = (name: string) => string;

function adjustmentIn(text: Text, faults: BulkFault[]): BulkTerms {
  const points = readPoints(text("points"));
  const reason = text("reason");
  if (points === null || points === 0n) faults.push("points");
  if (reason === "" || reason.length > LONGEST_REASON) faults.push("reason");
  return { kind: "adjust", points: String(points ?? 0n), reason };
}

function grantIn(text: Text, faults: BulkFault[]): BulkTerms {
  const rewardId = text("reward");
  if (rewardId === "") faults.push("reward");
  return { kind: "grant", rewardId };
}
