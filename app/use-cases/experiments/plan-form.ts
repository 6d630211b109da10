import { WHOLE } from "../../insight/experiments/assign.ts";
import {
  MEASURES,
  type ExperimentKind,
  type ExperimentPlan,
  type Gives,
  type PlannedArm,
} from "../../insight/experiments/plan.ts";
import { readPoints } from "../../loyalty/read-points.ts";
import { fieldsOf, readFormId } from "../read-form.ts";
import { isReason, percentOf, readAudience } from "./read-fields.ts";

/** What can be tried, beside the control group. */
export const PLANNED_KINDS = ["points", "reward", "recommendations"] as const satisfies ExperimentKind[];
export type PlannedKind = (typeof PLANNED_KINDS)[number];

export const WINDOWS = [7, 14, 30, 60, 90] as const;
export const SPREADS = [1, 7, 14, 28] as const;
/** Of the audience, and of those of them who get something, in per cent. */
export const SHARES = [100, 75, 50, 25, 10] as const;
export const ARM_SHARES = [50, 67, 75, 80, 90] as const;

/** What is tried, each in an arm of its own: the first must be there. */
export const GIFT_FIELDS = {
  points: ["points", "points2", "points3"],
  reward: ["reward", "reward2", "reward3"],
} as const;
export type GiftField = (typeof GIFT_FIELDS)["points" | "reward"][number];

/** "same": two arms would get the same. */
export type PlanField = "question" | GiftField | "same" | "reason" | "segment" | "smallest" | "margin";

export interface PlanForm {
  /** Made with the form: however often it is sent, it is one experiment. */
  id: string;
  question: string;
  kind: PlannedKind;
  /** Others may reach the same members. */
  overlaps: boolean;
  plan: Omit<ExperimentPlan, "needed">;
}

export type ReadPlan = { ok: true; form: PlanForm } | { ok: false; faults: PlanField[] };

const LONGEST_QUESTION = 200;
const MOST_POINTS = 1_000_000n;
/** Without, and with, what is tried; those beside the first are numbered. */
export const ARMS = { base: "without", tried: "with" } as const;

/** The plan as somebody filled it in; `segments` by id. */
export function readPlanForm(
  form: FormData,
  { segments, rewards }: { segments: ReadonlyMap<string, string>; rewards: readonly string[] },
): ReadPlan {
  const faults: PlanField[] = [];
  const text = fieldsOf(form);
  const among = <Value extends number>(name: string, values: readonly [Value, ...Value[]]): Value =>
    values.find((value) => String(value) === text(name)) ?? values[0];
  const kind = PLANNED_KINDS.find((known) => known === text("kind")) ?? "points";
  const question = text("question");
  if (question === "" || question.length > LONGEST_QUESTION) faults.push("question");
  const gives = readGives(kind, text, { faults, rewards });
  const reason = kind === "points" ? text("reason") : "";
  if (kind === "points" && !isReason(reason)) faults.push("reason");
  const audience = readAudience(text("segment"), segments);
  if (audience === null) faults.push("segment");
  const smallest = percentOf(text("smallest"), { least: 1, most: 500 });
  if (smallest === null) faults.push("smallest");
  const margin = text("margin") === "" ? null : percentOf(text("margin"), { least: 1, most: 100 });
  if (text("margin") !== "" && margin === null) faults.push("margin");
  const id = readFormId(text("id"));
  if (id === null) faults.push("question");
  if (faults.length > 0 || smallest === null || audience === null || id === null)
    return { ok: false, faults };
  const share = among("armShare", ARM_SHARES) * 100;
  const plan: PlanForm["plan"] = {
    audience,
    share: among("share", SHARES) * 100,
    arms: [{ id: ARMS.base, share: WHOLE - share, gives: { kind: "nothing" } }, ...armsOf(gives, share)],
    measure: MEASURES.find((measure) => measure === text("measure")) ?? "bought",
    windowDays: among("window", [30, ...WINDOWS]),
    spreadDays: among("spread", SPREADS),
    ...{ smallest, goodsMargin: margin, reason },
  };
  return { ok: true, form: { id, question, kind, overlaps: text("overlaps") === "on", plan } };
}

/** Each gets an equal part; what does not divide goes to the first. */
function armsOf(gives: readonly Gives[], share: number): PlannedArm[] {
  const each = Math.floor(share / gives.length);
  return gives.map((its, n) => ({
    id: n === 0 ? ARMS.tried : `${ARMS.tried}-${n + 1}`,
    share: n === 0 ? share - each * (gives.length - 1) : each,
    gives: its,
  }));
}

function readGives(
  kind: PlannedKind,
  text: (name: string) => string,
  { faults, rewards }: { faults: PlanField[]; rewards: readonly string[] },
): Gives[] {
  if (kind === "recommendations") return [{ kind }];
  const [first, ...others] = GIFT_FIELDS[kind];
  const asked = [first, ...others.filter((field) => text(field) !== "")];
  const gives = asked.map((field): Gives => {
    if (kind === "reward") {
      if (!rewards.includes(text(field))) faults.push(field);
      return { kind, rewardId: text(field) };
    }
    const points = readPoints(text(field));
    if (points === null || points <= 0n || points > MOST_POINTS) faults.push(field);
    return { kind, points: (points ?? 0n).toString() };
  });
  if (new Set(gives.map((its) => JSON.stringify(its))).size < gives.length) faults.push("same");
  return gives;
}
