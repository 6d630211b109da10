import { countPeople, type People } from "../../../db/figures/people.ts";
import type { Range } from "../../../insight/range.ts";
import { sumsOf } from "../../../insight/range.ts";
import type { Report } from "../report.ts";
import { cellsIn, daily, figure, partsIn, quantity, total, rowsIn, type ReportContext } from "./context.ts";

/** Who is a member, who joined, who does something, and who uses rewards. */
export async function buildMembers(context: ReportContext): Promise<Report> {
  const { range, before, segment } = context.terms;
  const { sql } = context.db;
  const peopleIn = (days: Range): Promise<People> => countPeople(sql, context.shop.id, { segment, ...days });
  const [people, peopleBefore, joins, joinsBefore] = await Promise.all([
    peopleIn(range),
    before === null ? null : peopleIn(before),
    cellsIn(context, "join", range),
    before === null ? null : cellsIn(context, "join", before),
  ]);
  const { parts, labels } = partsIn(context);
  const joined = sumsOf(
    parts,
    range,
    daily(range, joins, ({ count }) => count),
  );
  const fresh = total(joined);
  const freshBefore = joinsBefore === null ? null : total(joinsBefore.map(({ count }) => count));
  const rows = rowsIn(context, "members");
  let members = people.members - fresh;
  return {
    figures: [
      figure("members", "members", people.members, peopleBefore?.members, rows("members")),
      figure("new", "members", fresh, freshBefore, rows("new")),
      figure("active", "members", people.active, peopleBefore?.active, rows("active")),
      // Of a reward only whether one was ever chosen is kept, not since when: what was before cannot be told.
      figure("engaged", "members", people.engaged, null, rows("engaged")),
    ],
    sections: [
      {
        id: "new-members",
        headline: {
          value: quantity("members", fresh),
          before: freshBefore === null ? null : quantity("members", freshBefore),
          also: [],
        },
        behind: rows("new"),
        drawing: { kind: "bars", columns: ["new"] },
        columns: [
          { id: "new", unit: "members" },
          { id: "members", unit: "members" },
        ],
        rows: labels.map((label, place) => {
          const count = joined[place] ?? 0n;
          members += count;
          const part = parts[place] ?? range;
          return {
            label,
            cells: [count.toString(), members.toString()],
            links: [rows("new", { range: part }), rows("members", { range: part })],
          };
        }),
      },
    ],
  };
}
