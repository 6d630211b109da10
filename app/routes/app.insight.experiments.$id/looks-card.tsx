import { ChartCard } from "../../components/charts/chart-card.tsx";
import { LineChart } from "../../components/charts/line-chart.tsx";
import { useWords } from "../../components/use-words.ts";
import type { OneExperimentView } from "../../use-cases/experiments/show-experiments.ts";
import { differenceText } from "./measure-words.ts";

/** How the interval narrowed, day by day, with the numbers behind it. */
export function LooksCard({ view }: { view: OneExperimentView }) {
  const { t, f } = useWords();
  const words = t.experiments.chart;
  const { measure } = view.experiment.plan;
  const seen = view.looks.flatMap(({ day, reading }) => {
    const effect = reading.effects.find((one) => one.measure === measure);
    return effect === undefined || effect.members === 0 ? [] : [{ day, effect }];
  });
  if (seen.length === 0) return null;
  const text = (value: number | null) =>
    value === null ? "—" : differenceText(measure, value, { t, f, currency: view.currency, isShort: true });
  const { columns } = words;
  return (
    <ChartCard
      title={words.title(String(seen.length), f.count(seen.length))}
      table={{
        caption: words.caption,
        columns: [
          { title: columns.day },
          ...[columns.members, columns.difference, columns.low, columns.high].map((title) => {
            return { title, numeric: true };
          }),
        ],
        rows: seen.map(({ day, effect }) => ({
          cells: [
            f.day(day),
            f.count(effect.members),
            ...[effect.difference, effect.low, effect.high].map(text),
          ],
        })),
      }}
      formula={words.formula}
      csv={{ address: `/app/experiment-files/${view.experiment.id}`, name: "experiment.csv" }}
    >
      <LineChart
        label={words.label}
        labels={seen.map(({ day }) => f.day(day))}
        format={text}
        series={[
          {
            name: words.series,
            values: seen.map(({ effect }) => (effect.low === null ? null : effect.difference)),
            interval: seen.map(({ effect: { low, high } }) =>
              low === null || high === null ? null : [low, high],
            ),
          },
        ]}
      />
    </ChartCard>
  );
}
