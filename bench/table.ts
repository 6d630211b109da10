import type { Result } from "./judge.ts";

const COLUMNS: { title: string; cell: (result: Result) => string; text?: true }[] = [
  { title: "name", cell: ({ name }) => name, text: true },
  { title: "db", cell: ({ db }) => db, text: true },
  { title: "clients", cell: ({ clients }) => String(clients) },
  { title: "n", cell: ({ n }) => String(n) },
  { title: "wall_s", cell: ({ wallS }) => wallS.toFixed(1) },
  { title: "ops/s", cell: ({ opsPerS }) => opsPerS.toFixed(0) },
  { title: "per_cpu_s", cell: ({ perCpuS }) => perCpuS.toFixed(0) },
  { title: "p50", cell: ({ p50 }) => p50.toFixed(1) },
  { title: "p95", cell: ({ p95 }) => p95.toFixed(1) },
  { title: "p99", cell: ({ p99 }) => p99.toFixed(1) },
  { title: "foreign%", cell: ({ foreign }) => (foreign * 100).toFixed(0) },
  {
    title: "control",
    cell: ({ control, controlPerCpuS }) =>
      control === "-" ? "-" : `${control} ${controlPerCpuS.toFixed(0)}/cpu_s`,
    text: true,
  },
  { title: "ratio", cell: ({ ratio }) => (ratio === null ? "-" : ratio.toFixed(2)) },
  { title: "by", cell: ({ by, ratio }) => (ratio === null ? "-" : by), text: true },
  { title: "goal", cell: ({ goal }) => (goal === null ? "-" : goal.toFixed(2)) },
  { title: "", cell: ({ verdict }) => verdict, text: true },
  { title: "limit", cell: ({ limit }) => limit, text: true },
  { title: "", cell: ({ kept }) => kept, text: true },
];

/** One line a result, columns under each other. */
export function tableOf(results: Result[]): string {
  const rows = [
    COLUMNS.map(({ title }) => title),
    ...results.map((result) => COLUMNS.map(({ cell }) => cell(result))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        COLUMNS[column]?.text ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}
