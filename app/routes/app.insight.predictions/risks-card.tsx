import { BarChart } from "../../components/charts/bar-chart.tsx";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import { useWords } from "../../components/use-words.ts";
import type { PredictionsView } from "../../use-cases/insight/show-predictions.ts";

/** From here on somebody is more likely than not to be lost. */
const HIGH = 8;

/** How the risk of leaving is spread over all members. */
export function RisksCard({ sums, horizon }: { sums: PredictionsView["sums"]; horizon: number }) {
  const { t, f } = useWords();
  const words = t.predictions.risks;
  const high = sums.risks.slice(HIGH).reduce((sum, members) => sum + members, 0);
  const title = words.title(f.count(high), f.count(sums.members));
  const bars = sums.risks.map((value, tenth) => ({
    label: words.between(f.share(String(tenth / 10)), f.share(String((tenth + 1) / 10))),
    value,
  }));
  return (
    <ChartCard
      title={title}
      table={{
        caption: title,
        columns: [{ title: words.risk }, { title: words.members, numeric: true }],
        rows: bars.map(({ label, value }) => ({ cells: [label, f.count(value)] })),
      }}
      formula={[words.formula(f.count(horizon)), words.formulaModel]}
      csv={{ address: "/app/prediction-files/risks", name: "churn-risk.csv" }}
    >
      <BarChart
        bars={bars.map(({ value }, tenth) => ({ label: `${10 * tenth}–${10 * (tenth + 1)}`, value }))}
        name={words.axes}
        label={title}
        format={(value) => f.count(Math.round(value))}
        whole
      />
    </ChartCard>
  );
}
