import { area, line } from "d3-shape";
import { Axes } from "./axes.tsx";
import { axisOf, frameOf, fromZero, HEIGHT, places, type AxisTerms } from "./chart-scales.ts";
import { Legend } from "./legend.tsx";
import { BEFORE, colourOf } from "./palette.ts";
import { useWidth } from "./use-width.ts";

export interface LineSeries {
  name: string;
  /** null where nothing is known. */
  values: readonly (number | null)[];
  /** What it is compared with: grey and dashed. */
  isBefore?: boolean;
  /** Between which values the truth is likely to lie. */
  interval?: readonly ([number, number] | null)[];
}

interface LineChartProps extends AxisTerms {
  series: readonly LineSeries[];
  /** Below the chart, one for each value. */
  labels: readonly string[];
  /** What it shows, in a sentence. */
  label: string;
}

export function LineChart({ series, labels, label, ...axis }: LineChartProps) {
  const [place, width] = useWidth();
  const shown = series
    .flatMap(({ values, interval = [] }) => [...values, ...interval.flat()])
    .filter((value) => value !== null);
  const frame = frameOf(width, axisOf(shown, axis));
  const x = places(labels.length, frame);
  const at = (index: number) => x(index) ?? 0;
  const y = fromZero(shown, frame);
  return (
    <div ref={place}>
      <Legend names={series.map(({ name, isBefore = false }) => ({ name, isBefore }))} />
      <svg role="img" aria-label={label} width="100%" height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        <Axes frame={frame} y={y} x={at} labels={labels} {...axis} />
        {series.map((one, index) => (
          <Line key={one.name} series={one} colour={one.isBefore ? BEFORE : colourOf(index)} at={at} y={y} />
        ))}
        <Readings series={series} labels={labels} at={at} format={axis.format} />
      </svg>
    </div>
  );
}

interface LineProps {
  series: LineSeries;
  colour: string;
  at: (index: number) => number;
  y: (value: number) => number;
}

function Line({ series: { values, interval, isBefore = false }, colour, at, y }: LineProps) {
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => at(index))
    .y((value) => y(value ?? 0))(values);
  const band = area<[number, number] | null>()
    .defined((between) => between !== null)
    .x((_, index) => at(index))
    .y0((between) => y(between?.[0] ?? 0))
    .y1((between) => y(between?.[1] ?? 0))(interval ?? []);
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const [only] = known;
  return (
    <g>
      {band === null ? null : <path d={band} fill={colour} fillOpacity={0.15} />}
      <path
        d={path ?? ""}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        strokeLinejoin="round"
        {...(isBefore ? { strokeDasharray: "4 4" } : {})}
      />
      {known.length === 1 && only !== undefined ? (
        <circle cx={at(only.index)} cy={y(only.value)} r={3} fill={colour} />
      ) : null}
    </g>
  );
}

/** Over each place the values that stand there, for whoever points at it; the table has them for everybody. */
function Readings({
  series,
  labels,
  at,
  format,
}: Omit<LineChartProps, "label"> & { at: (index: number) => number }) {
  const step = labels.length > 1 ? at(1) - at(0) : 40;
  return labels.map((words, index) => (
    <rect key={index} x={at(index) - step / 2} y={0} width={step} height={HEIGHT} fill="transparent">
      <title>
        {[
          words,
          ...series.flatMap(({ name, values }) => {
            const value = values[index];
            return value === null || value === undefined ? [] : [`${name}: ${format(value)}`];
          }),
        ].join("\n")}
      </title>
    </rect>
  ));
}
