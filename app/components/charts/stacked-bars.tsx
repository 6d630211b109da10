import { Axes } from "./axes.tsx";
import { axisOf, bands, frameOf, fromZero, HEIGHT, stacked, type AxisTerms } from "./chart-scales.ts";
import { Legend } from "./legend.tsx";
import { colourOf } from "./palette.ts";
import { useWidth } from "./use-width.ts";

interface StackedBarsProps extends AxisTerms {
  /** What the parts of each bar are, from the bottom upwards. */
  names: readonly string[];
  bars: readonly { label: string; parts: readonly number[] }[];
  /** What it shows, in a sentence. */
  label: string;
}

export function StackedBars({ names, bars, label, ...axis }: StackedBarsProps) {
  const [place, width] = useWidth();
  const labels = bars.map((bar) => bar.label);
  const layers = bars.map(({ parts }) => stacked(parts));
  const frame = frameOf(width, axisOf(layers.flat(2), axis));
  const x = bands(bars.length, frame);
  const y = fromZero(layers.flat(2), frame);
  return (
    <div ref={place}>
      <Legend names={names.map((name) => ({ name }))} />
      <svg role="img" aria-label={label} width="100%" height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        <Axes
          frame={frame}
          y={y}
          x={(index) => (x(index) ?? 0) + x.bandwidth() / 2}
          labels={labels}
          {...axis}
        />
        {bars.map((bar, index) => (
          <g key={index}>
            <title>
              {[
                bar.label,
                ...bar.parts.map((part, layer) => `${names[layer] ?? ""}: ${axis.format(part)}`),
              ].join("\n")}
            </title>
            {layers[index]?.map(([from, to], layer) => (
              <rect
                key={layer}
                x={x(index) ?? 0}
                width={x.bandwidth()}
                y={Math.min(y(from), y(to))}
                height={Math.abs(y(from) - y(to))}
                fill={colourOf(layer)}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}
