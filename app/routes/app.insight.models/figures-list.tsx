import { BlockStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ModelCard } from "../../use-cases/insight/show-models.ts";
import { FigureText } from "./figure-text.tsx";

/** How good it would have been of late: learned without the last days, and asked about them. */
export function FiguresList({ model: { figures, basis } }: { model: ModelCard }) {
  const { t, f } = useWords();
  const words = t.models;
  const heldBack = basis.heldBack ?? null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.figuresTitle}
      </Text>
      <Text as="p" tone="subdued">
        {heldBack === null
          ? words.heldBackOther
          : words.heldBack(f.day(heldBack.from), f.day(heldBack.to), f.count(heldBack.customers))}
      </Text>
      <ul className="perennial-lines">
        {figures.map((figure) => (
          <li key={figure.name} className="perennial-line">
            <FigureText figure={figure} />
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}
