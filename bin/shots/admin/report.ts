import { pageWeights } from "../../../bench/admin/weights.ts";
import type { Look } from "./take.ts";
import { MOST } from "./vitals.ts";

/** What was found, a line for each page that was looked at, and what each page weighs. */
export function reportOf(looks: Look[]): string {
  const rows = looks.map((look) => [
    ...[look.page, look.view],
    ...[ms(look.lcp, MOST.lcp), shift(look.cls), ms(look.inp, MOST.inp)],
    `${look.serious.length}/${look.findings}`,
    String(look.overflow),
    String(look.errors.length),
  ]);
  const faults = looks.flatMap(({ page, view, serious, errors }) =>
    [...serious, ...errors].map((fault) => `${page}, ${view}: ${fault}`),
  );
  const weights = pageWeights().map(({ page, bytes, withPolaris }) => [page, kb(bytes), kb(withPolaris)]);
  return [
    tableOf([["page", "view", "LCP", "CLS", "INP", "axe serious/all", "overflow", "errors"], ...rows]),
    ...faults,
    "",
    tableOf([["script, gzip", "above Polaris", "with Polaris"], ...weights]),
  ].join("\n");
}

const ms = (value: number, most: number) => `${Math.round(value)} ms${value > most ? " !" : ""}`;
const shift = (value: number) => `${value.toFixed(3)}${value > MOST.cls ? " !" : ""}`;
const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

function tableOf(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
