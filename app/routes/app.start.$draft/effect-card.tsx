import { BlockStack, Card, Text } from "@shopify/polaris";
import { BarChart } from "../../components/charts/bar-chart.tsx";
import { FigureTable } from "../../components/charts/figure-table.tsx";
import { EffectFigures } from "../../components/effect-figures.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Effect, EffectStudy } from "../../use-cases/studies/study-effect.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

interface EffectCardProps {
  study: EffectStudy;
  /** By id. */
  tierNames: Readonly<Record<string, string>>;
}

/** What the draft would have meant for the store's own past orders. */
export function EffectCard({ study, tierNames }: EffectCardProps) {
  const { t, f } = useWords();
  const words = t.start.effect;
  const effect = study.effects.draft ?? null;
  if (effect === null) return null;
  const { counting, told, from, to } = effect.orders;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {counting === 0 || from === null || to === null
              ? words.none
              : words.of(f.count(counting), f.date(Date.parse(from)), f.date(Date.parse(to)))}{" "}
            {study.isCut ? words.cut(f.count(told)) : null}
          </Text>
        </BlockStack>
        {counting === 0 ? null : (
          <>
            <EffectFigures effect={effect} tierNames={tierNames} />
            <Months effect={effect} />
            <Text as="p" variant="bodySm" tone="subdued">
              {words.formula} {t.start.past}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

function Months({ effect }: { effect: Effect }) {
  const { t, f } = useWords();
  const words = t.start.effect;
  if (effect.monthly === null) return null;
  const label = (month: string) => f.month(Date.parse(`${month}-01T00:00:00Z`) / DAY_MS);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.chartTitle(f.money(effect.monthly))}
      </Text>
      <BarChart
        bars={effect.months.map(({ month, cost }) => ({ label: label(month), value: Number(cost ?? 0) }))}
        name={`${words.cost} (${effect.currency})`}
        label={words.chart}
        format={(value) => f.count(Math.round(value))}
        whole
      />
      <FigureTable
        caption={words.chart}
        columns={[
          { title: words.month },
          { title: words.orders, numeric: true },
          { title: words.earned, numeric: true },
          { title: words.cost, numeric: true },
        ]}
        rows={effect.months.map(({ month, orders, earned, cost }) => ({
          cells: [
            label(month),
            f.count(orders),
            f.whole(String(earned)),
            cost === null ? "–" : f.money(cost),
          ],
        }))}
      />
    </BlockStack>
  );
}
