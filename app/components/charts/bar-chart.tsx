import type { AxisTerms } from "./chart-scales.ts";
import { StackedBars } from "./stacked-bars.tsx";

interface BarChartProps extends AxisTerms {
  bars: readonly { label: string; value: number }[];
  /** What the values are. */
  name: string;
  /** What it shows, in a sentence. */
  label: string;
}

/** Bars from 0, one beside the other. */
export function BarChart({ bars, name, label, ...axis }: BarChartProps) {
  return (
    <StackedBars
      names={[name]}
      bars={bars.map((bar) => ({ label: bar.label, parts: [bar.value] }))}
      label={label}
      {...axis}
    />
  );
}
