import { listLevelMoves } from "../../../db/figures/level-moves.ts";
import { currentVersions } from "../../../db/programmes.ts";
import { versionAt } from "../../../loyalty/versions.ts";
import type { Report } from "../report.ts";
import { figure, quantity, total, type ReportContext } from "./context.ts";

/** Who went up and who went down between levels. */
export async function buildTiers(context: ReportContext): Promise<Report> {
  const { db, shop, terms, now } = context;
  const [moves, movesBefore, versions] = await Promise.all([
    listLevelMoves(db.sql, shop, terms.range),
    terms.before && listLevelMoves(db.sql, shop, terms.before),
    currentVersions(db.sql, shop),
  ]);
  const levels = versionAt(versions, now)?.programme.tiers?.levels.map(({ id }) => id) ?? [];
  const rank = (level: string | null) => (level === null ? -1 : levels.indexOf(level));
  type Moves = typeof moves;
  const up = (all: Moves) =>
    total(
      all
        .filter(isBetween)
        .filter(({ from, to }) => rank(to) > rank(from))
        .map(({ members }) => members),
    );
  const down = (all: Moves) =>
    total(
      all
        .filter(isBetween)
        .filter(({ from, to }) => rank(to) < rank(from))
        .map(({ members }) => members),
    );
  const shown = moves.toSorted((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to));
  return {
    figures: [
      figure("up", "members", up(moves), movesBefore && up(movesBefore)),
      figure("down", "members", down(moves), movesBefore && down(movesBefore)),
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

/** Whoever had no level before begins, and neither rises nor falls. */
function isBetween({ from, to }: { from: string | null; to: string | null }): boolean {
  return from !== null && to !== null;
}
