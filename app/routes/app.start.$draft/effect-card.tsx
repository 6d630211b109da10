import { BlockStack, Card, Text } from "@shopify/polaris";
import { BarChart } from "../../components/charts/bar-chart.tsx";
import { EffectFigures } from "../../components/effect-figures.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Effect, EffectStudy } from "../../use-cases/studies/study-effect.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the draft would have meant for the store's own past orders. */
export function EffectCard({ study }: { study: EffectStudy }) {
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
            <EffectFigures effect={effect} />
            <Months effect={effect} />
            <Text as="p" variant="bodySm" tone="subdued">
              {words.formula}
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
      />
      <div className="perennial-table-frame" tabIndex={0} role="region" aria-label={words.chart}>
        <table className="perennial-table">
          <caption>{words.chart}</caption>
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col" data-numeric>
                {words.orders}
              </th>
              <th scope="col" data-numeric>
                {words.earned}
              </th>
              <th scope="col" data-numeric>
                {words.cost}
              </th>
            </tr>
          </thead>
          <tbody>
            {effect.months.map(({ month, orders, earned, cost }) => (
              <tr key={month}>
                <td>{label(month)}</td>
                <td data-numeric>{f.count(orders)}</td>
                <td data-numeric>{f.whole(String(earned))}</td>
                <td data-numeric>{cost === null ? "–" : f.money(cost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </BlockStack>
  );
}
