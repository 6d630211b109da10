import { StackedBars } from "./stacked-bars.tsx";

interface BarChartProps {
  bars: readonly { label: string; value: number }[];
  /** What the values are. */
  name: string;
  /** What it shows, in a sentence. */
  label: string;
  format: (value: number) => string;
}

/** Bars from 0, one beside the other. */
export function BarChart({ bars, name, label, format }: BarChartProps) {
  return (
    <StackedBars
      names={[name]}
      bars={bars.map((bar) => ({ label: bar.label, parts: [bar.value] }))}
      label={label}
      format={format}
    />
  );
}
