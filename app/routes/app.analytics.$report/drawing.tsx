import { BarChart } from "../../components/charts/bar-chart.tsx";
import { LineChart } from "../../components/charts/line-chart.tsx";
import { StackedBars } from "../../components/charts/stacked-bars.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Formats } from "../../texts/formats.ts";
import type { ColumnId, Label, Section, Unit } from "../../use-cases/analytics/report.ts";
import { cellText, columnName, labelText, type Wording } from "./report-words.ts";

/** The picture of a section's table. */
export function Drawing({
  section,
  title,
  names,
}: {
  section: Section;
  title: string;
  names: Wording["names"];
}) {
  const { t, f } = useWords();
  const { drawing, columns, rows } = section;
  const labels = rows.map(({ label }) =>
    label.kind === "days" ? shortDays(label, f) : labelText(label, section.id, { t, f, names }),
  );
  const valuesOf = (id: ColumnId): (number | null)[] => {
    const place = columns.findIndex((column) => column.id === id);
    return rows.map(({ cells }) => numberOf(cells[place] ?? null));
  };
  const nameOf = (id: ColumnId) => columnName({ id }, t);
  const unitOf = (id: ColumnId | undefined): Unit =>
    columns.find((column) => column.id === id)?.unit ?? "entries";
  const formatFor = (unit: Unit) => (value: number) =>
    cellText(unit === "share" || unit === "money" ? String(value) : String(Math.round(value)), { unit }, f);
  /** What has no digits behind its mark gets no lines for halves of it. */
  const axisFor = (unit: Unit) => ({ format: formatFor(unit), whole: unit !== "share" && unit !== "money" });
  if (drawing.kind === "trend")
    return (
      <LineChart
        labels={labels}
        label={title}
        {...axisFor(unitOf(drawing.column))}
        series={[
          { name: nameOf(drawing.column), values: valuesOf(drawing.column) },
          ...(drawing.before === null
            ? []
            : [{ name: t.analytics.compare.line, values: drawing.before.map(numberOf), isBefore: true }]),
        ]}
      />
    );
  if (drawing.kind === "lines")
    return (
      <LineChart
        labels={labels}
        label={title}
        {...axisFor(unitOf(drawing.columns[0]))}
        series={drawing.columns.map((id) => ({ name: nameOf(id), values: valuesOf(id) }))}
      />
    );
  if (drawing.kind !== "bars") return null;
  const parts = drawing.columns.map(valuesOf);
  const axis = axisFor(unitOf(drawing.columns[0]));
  const [only] = drawing.columns;
  if (drawing.columns.length === 1 && only !== undefined)
    return (
      <BarChart
        name={nameOf(only)}
        bars={labels.map((label, place) => ({ label, value: parts[0]?.[place] ?? 0 }))}
        label={title}
        {...axis}
      />
    );
  return (
    <StackedBars
      names={drawing.columns.map(nameOf)}
      bars={labels.map((label, place) => ({ label, parts: parts.map((values) => values[place] ?? 0) }))}
      label={title}
      {...axis}
    />
  );
}

/** Below a drawing there is little room: months by their name, and days and weeks by the first of them. */
function shortDays({ from, to }: Extract<Label, { kind: "days" }>, f: Formats): string {
  return to - from > 6 ? f.month(from) : f.day(from);
}

/** A drawing is as exact as the screen; the table has every digit. */
function numberOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}
