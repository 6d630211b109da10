import { area, line } from "d3-shape";
import { Axes } from "./axes.tsx";
import { axisOf, frameOf, fromZero, HEIGHT, places, standingAlone, type AxisTerms } from "./chart-scales.ts";
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
      {standingAlone(values).map((index) => (
        <circle key={index} cx={at(index)} cy={y(values[index] ?? 0)} r={3} fill={colour} />
      ))}
      {standingAlone(interval ?? []).map((index) => (
        <Whisker key={index} x={at(index)} between={(interval?.[index] ?? []).map(y)} colour={colour} />
      ))}
    </g>
  );
}

/** What a band is where it has no width. */
function Whisker({ x, between: [low = 0, high = 0], colour }: WhiskerProps) {
  const half = WHISKER / 2;
  const lines = [`M${x} ${low}V${high}`, ...[low, high].map((end) => `M${x - half} ${end}h${WHISKER}`)];
  return <path d={lines.join("")} fill="none" stroke={colour} strokeOpacity={0.5} strokeWidth={2} />;
}

interface WhiskerProps {
  x: number;
  between: readonly number[];
  colour: string;
}

/** How wide it is where it ends, in CSS pixels. */
const WHISKER = 10;

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
