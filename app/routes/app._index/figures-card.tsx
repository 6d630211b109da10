import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { Sparkline } from "../../components/charts/sparkline.tsx";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Glance, GlanceFigure } from "../../use-cases/analytics/glance.ts";
import { addressOfFigure } from "./addresses.ts";

/** Four figures, each with its trend and what it was before. */
export function FiguresCard({ figures }: { figures: Glance }) {
  const { t, f } = useWords();
  const words = t.home.figures;
  const { active, earned, redeemed, liability, liabilityMoney, asOf } = figures;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Link url="/app/analytics">{words.more}</Link>
        </InlineStack>
        {asOf === null ? (
          <Text as="p" tone="subdued">
            {words.pending}
          </Text>
        ) : (
          <>
            <div className="perennial-figures">
              <Trend
                label={words.active}
                figure={active}
                url={addressOfFigure("active")}
                before={words.before}
              />
              <Trend
                label={words.earned}
                figure={earned}
                url={addressOfFigure("earned")}
                before={words.before}
              />
              <Trend
                label={words.redeemed}
                figure={redeemed}
                url={addressOfFigure("redeemed")}
                before={words.before}
              />
              <Trend
                label={words.out}
                figure={liability}
                url={addressOfFigure("liability")}
                before={words.ago}
              />
            </div>
            {liabilityMoney === null ? null : (
              <Text as="p" variant="bodySm" tone="subdued">
                {words.worth(f.money(liabilityMoney.value))}
              </Text>
            )}
          </>
        )}
      </BlockStack>
    </Card>
  );
}

interface TrendProps {
  label: string;
  figure: GlanceFigure;
  /** Where it opens. */
  url: string;
  before(before: string): string;
}

function Trend({ label, figure, url, before }: TrendProps) {
  const { t, f } = useWords();
  return (
    <BlockStack gap="100">
      <Figure large label={label} value={f.whole(figure.value)} url={url} />
      <Sparkline values={figure.daily.map(Number)} label={t.home.figures.trend(label)} />
      <Text as="span" variant="bodySm" tone="subdued">
        {before(f.whole(figure.before))}
      </Text>
    </BlockStack>
  );
}
