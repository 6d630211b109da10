import { BlockStack, Card, Text } from "@shopify/polaris";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import type { FigureView, ReportView } from "../../use-cases/analytics/report.ts";
import { cellText } from "./report-words.ts";

/** The figures of the range, each with what it was in the time before. */
export function FiguresCard({ view }: { view: ReportView }) {
  if (view.figures.length === 0) return null;
  return (
    <Card>
      <div className="perennial-figures">
        {view.figures.map((figure) => (
          <ComparedFigure key={figure.id} figure={figure} />
        ))}
      </div>
    </Card>
  );
}

function ComparedFigure({ figure: { id, unit, currency, value, before, rows } }: { figure: FigureView }) {
  const { t, f } = useWords();
  const words = t.analytics;
  return (
    <BlockStack gap="050">
      <Figure
        label={words.names[id]}
        value={cellText(value, { unit, currency }, f)}
        large
        {...(rows === undefined ? {} : { url: rows })}
      />
      {before === null ? null : (
        <Text as="span" variant="bodySm" tone="subdued">
          {`${words.compare.line}: ${cellText(before, { unit, currency }, f)}`}
        </Text>
      )}
    </BlockStack>
  );
}
