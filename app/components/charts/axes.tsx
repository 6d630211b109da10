import type { ScaleLinear } from "d3-scale";
import { labelsThatFit, ticksOf, within, type AxisTerms, type Frame } from "./chart-scales.ts";
import { AXIS, FAINT_INK, GRID } from "./palette.ts";

interface AxesProps extends AxisTerms {
  frame: Frame;
  y: ScaleLinear<number, number>;
  /** Where each place along the chart stands. */
  x: (place: number) => number;
  labels: readonly string[];
}

/** Lines to read values by, and words below. */
export function Axes({ frame, y, x, labels, format, whole }: AxesProps) {
  return (
    <g fontSize={11} fill={FAINT_INK} aria-hidden>
      {ticksOf(y, whole).map((tick) => (
        <g key={tick}>
          <line
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? AXIS : GRID}
          />
          <text x={frame.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {labelsThatFit(labels, frame).map((place) => (
        <text
          key={place}
          x={within(x(place), labels[place] ?? "", frame)}
          y={frame.height - frame.bottom + 18}
          textAnchor="middle"
        >
          {labels[place]}
        </text>
      ))}
    </g>
  );
}
