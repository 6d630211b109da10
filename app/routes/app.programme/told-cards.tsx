import { Badge, BlockStack, Card, InlineStack, List, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useLocale } from "../../components/use-locale.ts";
import { useWords } from "../../components/use-words.ts";
import { childOf } from "../../loyalty/editing/document.ts";
import { tellingOf } from "../../texts/document-sentences.ts";
import { programmeTold, type ToldSection } from "../../texts/programme-told.ts";
import type { ProgrammeView, ShownVersion } from "../../use-cases/show-programme.ts";

interface ToldCardsProps {
  version: ShownVersion;
  state: ProgrammeView["state"];
}

/** The version in force as sentences, part by part. */
export function ToldCards({ version, state }: ToldCardsProps) {
  const { t, f } = useWords();
  const locale = useLocale();
  const { document, number, effectiveFrom } = version;
  const sections = programmeTold(document, tellingOf(document, { t, f, locale }));
  const name = childOf(document, "programme");
  return (
    <>
      <Card>
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <div className="perennial-entry">
              <Text as="h2" variant="headingLg">
                {typeof name === "string" ? name : ""}
              </Text>
            </div>
            <StateBadge state={state} />
          </InlineStack>
          <Text as="p" tone="subdued">
            {t.programme.since(number, f.dateTime(effectiveFrom))}
          </Text>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="400">
          {sections.map((told) => (
            <ToldPart key={told.section} told={told} />
          ))}
        </BlockStack>
      </Card>
    </>
  );
}

/** A programme that stands still is in force and does nothing: that it stands still is what matters. */
function StateBadge({ state }: Pick<ToldCardsProps, "state">) {
  const { t } = useWords();
  if (state === null || state.state === "running") return <Badge tone="success">{t.programme.inForce}</Badge>;
  const tone = state.state === "paused" ? "attention" : "critical";
  return <Badge tone={tone}>{t.programmeState.badge[state.state]}</Badge>;
}

function ToldPart({ told: { section, sentences } }: { told: ToldSection }) {
  const { t } = useWords();
  const nothing: Readonly<Record<string, string>> = t.programme.nothing;
  const said = sentences.length === 0 ? [nothing[section] ?? ""] : sentences;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingMd">
        {t.editor.sections[section]}
      </Text>
      <div className="perennial-entry">
        <List>
          {said.map((sentence, place) => (
            <List.Item key={place}>
              <Sentence>{`${sentence}${t.document.end}`}</Sentence>
            </List.Item>
          ))}
        </List>
      </div>
    </BlockStack>
  );
}
