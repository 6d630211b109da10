import { BlockStack, Card, Divider, Text } from "@shopify/polaris";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import type { MemberView } from "../../use-cases/show-member.ts";

/** What the member has now, and below it what has happened in all. */
export function FiguresCard({ figures }: Pick<MemberView, "figures">) {
  const { t, f } = useWords();
  const words = t.member.figures;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd" visuallyHidden>
          {words.title}
        </Text>
        <div className="perennial-figures">
          <Figure large label={words.available} value={f.whole(figures.available)} />
          <Figure large label={words.pending} value={f.whole(figures.pending)} />
          <Figure large label={words.held} value={f.whole(figures.held)} />
          {figures.owed === "0" ? null : (
            <BlockStack gap="050">
              <Figure large label={words.owed} value={f.whole(figures.owed)} tone="critical" />
              <Text as="span" variant="bodySm" tone="subdued">
                {t.member.owedHelp}
              </Text>
            </BlockStack>
          )}
        </div>
        <Divider />
        <div className="perennial-figures">
          <Figure label={words.earned} value={f.whole(figures.earned)} />
          <Figure label={words.redeemed} value={f.whole(figures.redeemed)} />
          <Figure label={words.expired} value={f.whole(figures.expired)} />
        </div>
      </BlockStack>
    </Card>
  );
}
