import { ChartCard } from "../../components/charts/chart-card.tsx";
import { LineChart } from "../../components/charts/line-chart.tsx";
import { useWords } from "../../components/use-words.ts";
import type { OneExperimentView } from "../../use-cases/experiments/show-experiments.ts";
import { armName } from "./arm-names.ts";
import { differenceText } from "./measure-words.ts";

/** How the intervals narrowed, day by day, with the numbers behind them; nothing before there is a first one. */
export function LooksCard({ view }: { view: OneExperimentView }) {
  const { t, f } = useWords();
  const words = t.experiments.chart;
  const { measure, arms } = view.experiment.plan;
  const tried = arms.slice(1).map(({ id }) => ({ id, name: armName(id, view, { t, f }) }));
  const seen = view.looks.flatMap(({ day, reading }) => {
    const effects = reading.effects.filter((one) => one.measure === measure && one.members > 0);
    return effects.length === 0 ? [] : [{ day, effects }];
  });
  const isDrawn = seen.some(({ effects }) => effects.some(({ low, high }) => low !== null && high !== null));
  if (!isDrawn) return null;
  const text = (value: number | null) =>
    value === null ? "—" : differenceText(measure, value, { t, f, currency: view.currency, isShort: true });
  const { columns } = words;
  const isSeveral = tried.length > 1;
  return (
    <ChartCard
      title={words.title(String(seen.length), f.count(seen.length))}
      table={{
        caption: words.caption,
        columns: [
          { title: columns.day },
          ...(isSeveral ? [{ title: columns.tried }] : []),
          ...[columns.members, columns.difference, columns.low, columns.high].map((title) => {
            return { title, numeric: true };
          }),
        ],
        rows: seen.flatMap(({ day, effects }) =>
          effects.map(({ arm, members, difference, low, high }) => ({
            cells: [
              f.day(day),
              ...(isSeveral ? [tried.find(({ id }) => id === arm)?.name ?? arm] : []),
              f.count(members),
              ...[difference, low, high].map(text),
            ],
          })),
        ),
      }}
      formula={isSeveral ? [...words.formula, t.experiments.reading.several] : words.formula}
      csv={{ address: `/app/experiment-files/${view.experiment.id}`, name: "experiment.csv" }}
    >
      <LineChart
        label={words.label}
        labels={seen.map(({ day }) => f.day(day))}
        format={text}
        series={tried.map(({ id, name }) => {
          const own = seen.map(({ effects }) => effects.find(({ arm }) => arm === id));
          return {
            name: name ?? words.series,
            values: own.map((effect) => (effect?.low == null ? null : effect.difference)),
            interval: own.map((effect) =>
              effect?.low == null || effect.high === null ? null : [effect.low, effect.high],
            ),
          };
        })}
      />
    </ChartCard>
  );
}
