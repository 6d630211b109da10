import { BlockStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ModelFigure } from "../../use-cases/insight/show-models.ts";
import { figureSaid } from "./figure-said.ts";
import { noBetterText, technicalText } from "./figure-words.ts";

/** One figure in words, whether it is better than the simplest answer, and small below it as experts write it. */
export function FigureText({ figure }: { figure: ModelFigure }) {
  const { t, f } = useWords();
  return (
    <BlockStack gap="050">
      {[figureSaid(figure, t, f), noBetterText(figure, t)].map((text) =>
        text === null ? null : (
          <Text key={text} as="p">
            {text}
          </Text>
        ),
      )}
      <Text as="p" variant="bodySm" tone="subdued">
        {technicalText(figure, t, f)}
      </Text>
    </BlockStack>
  );
}
