import { scaleLinear } from "d3-scale";
import { Axes } from "./axes.tsx";
import { frameOf, HEIGHT } from "./chart-scales.ts";
import { AXIS, colourOf, INK } from "./palette.ts";
import { useWidth } from "./use-width.ts";

export interface CalibrationPoint {
  /** What was told, and what came of it, between 0 and 1. */
  told: number;
  actual: number;
  /** Between which values the truth is likely to lie. */
  low: number;
  high: number;
  /** What stands there, for whoever points at it. */
  words: string;
}

interface CalibrationChartProps {
  points: readonly CalibrationPoint[];
  /** What it shows, in a sentence. */
  label: string;
  /** What lies along the bottom, and what upwards. */
  across: string;
  upwards: string;
  format: (value: number) => string;
}

const MARKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** For the words below the marks. */
const BELOW = 18;

/** Chances that were told against what came of them: on the line where they were right. */
export function CalibrationChart({ points, label, across, upwards, format }: CalibrationChartProps) {
  const [place, width] = useWidth();
  const whole = frameOf(width, MARKS.map(format));
  const frame = { ...whole, right: whole.right + 12, top: whole.top + BELOW, bottom: whole.bottom + BELOW };
  const x = scaleLinear([0, 1], [frame.left, frame.width - frame.right]);
  const y = scaleLinear([0, 1], [frame.height - frame.bottom, frame.top]);
  const colour = colourOf(0);
  return (
    <div ref={place}>
      <svg role="img" aria-label={label} width="100%" height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        <Axes frame={frame} y={y} x={(n) => x(MARKS[n] ?? 0)} labels={MARKS.map(format)} format={format} />
        <g fontSize={11} fill={INK} aria-hidden>
          <text x={4} y={12}>
            {upwards}
          </text>
          <text x={frame.width - frame.right} y={frame.height - 6} textAnchor="end">
            {across}
          </text>
        </g>
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke={AXIS} strokeDasharray="4 4" />
        {points.map(({ told, actual, low, high, words }, n) => (
          <g key={n}>
            <title>{words}</title>
            <line x1={x(told)} x2={x(told)} y1={y(low)} y2={y(high)} stroke={colour} strokeWidth={2} />
            <circle cx={x(told)} cy={y(actual)} r={4.5} fill={colour} />
          </g>
        ))}
      </svg>
    </div>
  );
}
