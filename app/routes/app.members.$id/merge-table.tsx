import { useWords } from "../../components/use-words.ts";
import type { MergedFigures, MergePreview } from "../../use-cases/person/merge-members.ts";
import type { ShownView } from "./shown-view.ts";

interface MergeTableProps {
  preview: Extract<MergePreview, { outcome: "preview" }>;
  tiers: ShownView["labels"]["tiers"];
}

/** Both as they are, and the one that they would become. */
export function MergeTable({ preview, tiers }: MergeTableProps) {
  const { t, f } = useWords();
  const words = t.person.merge;
  const { columns, rows } = words;
  const all = [preview.kept, preview.deleted, preview.result];
  const tierName = (id: string | null) =>
    id === null ? t.common.none : (tiers.find((tier) => tier.id === id)?.name ?? id);
  const lines: [string, string[]][] = [
    ...(["available", "pending", "held", "owed"] as const).map((row): [string, string[]] => {
      return [rows[row], all.map((figures) => f.whole(figures[row]))];
    }),
    [rows.level, all.map(({ level }) => tierName(level))],
    [rows.state, all.map(stateOf)],
  ];
  return (
    <div className="perennial-table-frame">
      <table className="perennial-table">
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <td>{columns.what}</td>
            {[columns.kept, columns.other, columns.result].map((column) => (
              <th key={column} scope="col" data-numeric="true">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, cells]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, place) => (
                <td key={place} data-numeric="true">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function stateOf({ blocked, out }: MergedFigures): string {
    return blocked ? words.states.blocked : out ? words.states.out : words.states.in;
  }
}
