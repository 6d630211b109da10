import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ModelFigure } from "../../use-cases/insight/show-models.ts";
import type { RecommendationsView } from "../../use-cases/recommend/show-recommendations.ts";
import { FigureText } from "../app.insight.models/figure-text.tsx";

/** How well it foresees on this shop's own last visits, beside what the best sellers alone would reach. */
export function FiguresCard({ view: { model, catalogue } }: { view: RecommendationsView }) {
  const { t, f } = useWords();
  const words = t.recommendations.figures;
  const figures = (model?.figures ?? []).flatMap(({ name, value, ...figure }) =>
    isNamed(name) && value !== null ? [{ ...figure, name, value }] : [],
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {model === null ? (
          <Text as="p" tone="subdued">
            {words.never}
          </Text>
        ) : (
          <Basis model={model} />
        )}
        {figures.map((figure) => (
          <MeasuredFigure key={figure.name} figure={figure} />
        ))}
        {figures.length === 0 ? null : (
          <details className="perennial-details">
            <summary>{t.analytics.card.formula}</summary>
            <BlockStack gap="200">
              {figures.map(({ name }) => (
                <Text key={name} as="p" variant="bodySm" tone="subdued">
                  {`${words.names[name]}: ${words.means[name]}`}
                </Text>
              ))}
            </BlockStack>
          </details>
        )}
        <Text as="p" variant="bodySm" tone="subdued">
          {words.catalogue(f.count(catalogue.shown), f.count(catalogue.sold))}
        </Text>
      </BlockStack>
    </Card>
  );
}

function MeasuredFigure({ figure }: { figure: NamedFigure }) {
  const { t } = useWords();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t.recommendations.figures.names[figure.name]}
      </Text>
      <FigureText figure={figure} />
    </BlockStack>
  );
}

type NamedFigure = ModelFigure & { name: "again" | "new" | "basket"; value: number };

function isNamed(name: string): name is "again" | "new" | "basket" {
  return name === "again" || name === "new" || name === "basket";
}

function Basis({ model }: { model: NonNullable<RecommendationsView["model"]> }) {
  const { t, f } = useWords();
  const words = t.recommendations.figures;
  const { orders, buyers, products, reason, needed } = model.basis;
  return (
    <BlockStack gap="200">
      <Text as="p">{words.basis(f.count(orders), f.count(buyers), f.count(products))}</Text>
      {reason === "not-enough" ? (
        <Banner tone="info" title={words.notEnough}>
          {words.notEnoughHelp(f.count(needed?.returning ?? 0), f.count(needed?.baskets ?? 0))}
        </Banner>
      ) : null}
    </BlockStack>
  );
}
