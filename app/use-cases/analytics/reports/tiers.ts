import { listLevelMoves } from "../../../db/figures/level-moves.ts";
import { orderOfLevels, type LevelOrder } from "../level-order.ts";
import type { Report } from "../report.ts";
import { figure, quantity, total, rowsIn, type ReportContext } from "./context.ts";

/** Who went up and who went down between levels. */
export async function buildTiers(context: ReportContext): Promise<Report> {
  const { db, shop, terms, now } = context;
  const [moves, movesBefore, { levels, rank, ...goes }] = await Promise.all([
    listLevelMoves(db.sql, shop, terms.range),
    terms.before && listLevelMoves(db.sql, shop, terms.before),
    orderOfLevels(db.sql, shop, now),
  ]);
  const going = (way: keyof LevelOrder) => (all: typeof moves) =>
    total(all.filter(goes[way]).map(({ members }) => members));
  const [up, down] = [going("up"), going("down")];
  const rows = rowsIn(context, "tiers");
  const shown = moves.toSorted((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
  return {
    figures: [
      figure("up", "members", up(moves), movesBefore && up(movesBefore), rows("up")),
      figure("down", "members", down(moves), movesBefore && down(movesBefore), rows("down")),
    ],
    sections: [
      {
        id: "tier-flow",
        headline: {
          value: quantity("members", up(moves)),
          before: movesBefore && quantity("members", up(movesBefore)),
          also: [quantity("members", down(moves))],
        },
        drawing: { kind: "bars", columns: ["count"] },
        columns: [{ id: "count", unit: "members" }],
        rows: shown.map(({ from, to, members }) => ({
          label: { kind: "level", from, to },
          cells: [members.toString()],
          links: [rows("moves", { levels: { from, to } })],
        })),
        ...(levels.length === 0
          ? { nothing: "no-tiers" as const }
          : moves.length === 0
            ? { nothing: "no-data" as const }
            : {}),
      },
    ],
  };
}
