import { faultText } from "../../app/loyalty/programme-faults.ts";
import { planProgramme } from "../../app/use-cases/programme/plan-programme.ts";
import type { ProgrammePlan } from "../../app/use-cases/programme/programme-plan.ts";
import { print, printJson, requireFile, type Command } from "./command.ts";
import { inShopOf } from "./in-shop.ts";
import { differenceText } from "./diff.ts";
import { readTree } from "./read-programme.ts";

export async function plan(command: Command): Promise<number> {
  const file = requireFile(command);
  const tree = readTree(file);
  const planned = await inShopOf(command, (db, shop) => planProgramme({ db, clock: Date.now }, shop, tree));
  if (planned.outcome === "refused") throw new Error(planned.faults.map(faultText).join("\n"));
  if (command.json) printJson(planned.plan);
  else for (const line of planLines(planned.plan, file)) print(line);
  return 0;
}

function planLines(plan: ProgrammePlan, file: string): string[] {
  const { basedOn, comparedWith, differences, members, liability, pending } = plan;
  return [
    `Version ${basedOn + 1} of ${plan.shop}, ${plan.starts === "when-applied" ? "from when it is applied" : `from ${plan.starts}`}`,
    "",
    comparedWith === null
      ? "The first programme of the shop."
      : `Differs from version ${comparedWith}, which is in force:`,
    ...indented(
      differences.length === 0 && comparedWith !== null ? ["in nothing"] : differences.map(differenceText),
    ),
    "",
    `Members: ${members.total}${members.levelsAt === null ? "" : `; tiers are worked out by it from ${members.levelsAt} on`}`,
    ...indented([movesText("up", members.up), movesText("down", members.down)]),
    "",
    `Points out: ${liability.points}${liabilityText(liability)}`,
    `Pending: ${pending.points} points of ${pending.orders} orders`,
    ...(plan.rewards.length === 0 ? [] : ["", "Rewards, and how many members can have them now:"]),
    ...indented(plan.rewards.map(rewardText)),
    ...(plan.perks.length === 0 ? [] : ["", "Perks, and how many members have them by their level:"]),
    ...indented(plan.perks.map(perkText)),
    ...earningLines(plan),
    ...(plan.warnings.length === 0 ? [] : ["", "To know before:", ...indented(plan.warnings)]),
    "",
    `Plan: ${plan.hash}`,
    `To apply it: npm run -s programme -- apply ${file} --shop ${plan.shop} --plan ${plan.hash}`,
  ];
}

function indented(lines: string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function movesText(direction: "up" | "down", { count, list }: ProgrammePlan["members"]["up"]): string {
  const shown = list.map(({ customer, from, to }) => `${customer} (${from ?? "none"} → ${to ?? "none"})`);
  const more = count > list.length ? ` and ${count - list.length} more` : "";
  return `${count} ${count === 1 ? "moves" : "move"} ${direction}${count === 0 ? "" : `: ${shown.join(", ")}${more}`}`;
}

function liabilityText({ before, after }: ProgrammePlan["liability"]): string {
  if (before === null && after === null) return "";
  if (before === after) return `, which may cost ${after}`;
  return `, which may cost ${after ?? "what no reward says"} (${before ?? "what no reward says"} before)`;
}

function rewardText({ id, change, cost, reachable }: ProgrammePlan["rewards"][number]): string {
  const costs =
    cost.before === cost.after || cost.before === null
      ? cost.after
      : `${cost.before} → ${cost.after ?? "gone"}`;
  return `${id} (${change}, ${costs} points): ${reachable.before} → ${reachable.after} members`;
}

function perkText({ id, kind, change, members, customerTags }: ProgrammePlan["perks"][number]): string {
  const tagged = customerTags.length === 0 ? "" : `, besides whoever is tagged ${customerTags.join(" or ")}`;
  return `${id} (${kind}, ${change}): ${members.before} → ${members.after} members${tagged}`;
}

function earningLines({ earning }: ProgrammePlan): string[] {
  if (earning === null) return [];
  const { orders, from, to, points, gain, lose } = earning;
  return [
    "",
    `The newest ${orders} orders (${from} to ${to}) would have earned ${points.after} points, not ${points.before}:`,
    `  ${gain.members} members more (${gain.points} points), ${lose.members} less (${lose.points} points)`,
  ];
}
