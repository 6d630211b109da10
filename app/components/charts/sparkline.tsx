import { line } from "d3-shape";
import { fromZero, places, type Frame } from "./chart-scales.ts";
import { colourOf } from "./palette.ts";

interface SparklineProps {
  /** One for each day or month, in order. */
  values: readonly number[];
  /** What it shows, in a sentence. */
  label: string;
  width?: number;
  height?: number;
}

const EDGE = 3;

/** A trend without axes, beside the figure that it belongs to. */
export function Sparkline({ values, label, width = 120, height = 32 }: SparklineProps) {
  const frame: Frame = { width, height, left: EDGE, right: EDGE, top: EDGE, bottom: EDGE };
  const x = places(values.length, frame);
  const y = fromZero(values, frame);
  const path = line<number>(
    (_, place) => x(place) ?? 0,
    (value) => y(value),
  )(values);
  const last = values.at(-1);
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <path
        d={path ?? ""}
        fill="none"
        stroke={colourOf(0)}
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {last === undefined ? null : (
        <circle cx={x(values.length - 1) ?? 0} cy={y(last)} r={2} fill={colourOf(0)} />
      )}
    </svg>
  );
}
