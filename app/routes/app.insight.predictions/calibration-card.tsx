import { Card, Text } from "@shopify/polaris";
import { CalibrationChart } from "../../components/charts/calibration-chart.tsx";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import { useWords } from "../../components/use-words.ts";
import type { BuyersBasis } from "../../use-cases/insight/show-predictions.ts";

/** Whether what was told would have come true in the shop's own last days. */
export function CalibrationCard({ heldBack }: { heldBack: NonNullable<BuyersBasis["heldBack"]> | null }) {
  const { t, f } = useWords();
  const words = t.predictions.calibration;
  if (heldBack === null || heldBack.calibration.length === 0)
    return (
      <Card>
        <Text as="p" tone="subdued">
          {words.nothing}
        </Text>
      </Card>
    );
  const { calibration, customers, left, from, to } = heldBack;
  const share = (value: number) => f.share(value.toFixed(3));
  const told = calibration.reduce((sum, bin) => sum + bin.told * bin.customers, 0) / customers;
  const title = words.title(share(told), share(left));
  return (
    <ChartCard
      title={title}
      table={{
        caption: title,
        columns: [
          { title: words.told, numeric: true },
          { title: words.left, numeric: true },
          { title: words.between, numeric: true },
          { title: words.customers, numeric: true },
        ],
        rows: calibration.map((bin) => ({
          cells: [
            ...[share(bin.told), share(bin.actual)],
            words.range(share(bin.low), share(bin.high)),
            f.count(bin.customers),
          ],
        })),
      }}
      formula={[
        words.formula(f.day(from), f.day(to), f.count(customers)),
        words.formulaLine,
        words.formulaSeason,
      ]}
      csv={{ address: "/app/prediction-files/calibration", name: "calibration.csv" }}
    >
      <CalibrationChart
        points={calibration.map((bin) => ({
          ...bin,
          words: words.point(share(bin.told), share(bin.actual), f.count(bin.customers)),
        }))}
        label={title}
        across={words.told}
        upwards={words.left}
        format={(value) => f.share(String(value))}
      />
    </ChartCard>
  );
}
