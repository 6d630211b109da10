import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { LinePrecedence, RuleOnLine } from "../../loyalty/simulate-order.ts";
import { ruleTitle, type TitledEntries } from "../../texts/entry-titles.ts";
import { gainText } from "./reason-text.ts";

type RuleNames = Pick<TitledEntries, "rules">;

/** Line by line which rules fit, which of them counts, and why the others do not. */
export function LinesList({ lines, names }: { lines: LinePrecedence[]; names: RuleNames }) {
  const { t, f } = useWords();
  const words = t.simulator.result;
  return (
    <BlockStack gap="200">
      <Text as="h4" variant="headingSm">
        {words.lines}
      </Text>
      <ul className="perennial-lines">
        {lines.map((line) => (
          <li key={line.line} className="perennial-line">
            <BlockStack gap="100">
              <InlineStack align="space-between" gap="200" wrap={false}>
                <Text as="span" fontWeight="semibold" breakWord>
                  {line.title}
                </Text>
                <Text as="span" numeric>
                  {f.money(line.value)}
                </Text>
              </InlineStack>
              <Rules line={line} names={names} />
            </BlockStack>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}

function Rules({ line, names }: { line: LinePrecedence; names: RuleNames }) {
  const { t } = useWords();
  const words = t.simulator;
  if (line.nothing !== null) {
    const { nothing } = line;
    const key = nothing.kind === "excluded" ? t.entries.details.keys[nothing.key] : "";
    return (
      <Text as="p" tone="subdued">
        {nothing.kind === "excluded"
          ? words.nothing.excluded(key, nothing.value)
          : words.nothing[nothing.kind]}
      </Text>
    );
  }
  const rates = line.rules.filter(({ fate }) => fate === "counts");
  return (
    <>
      {line.rules.length === 0 ? (
        <Text as="p" tone="subdued">
          {words.result.noRule}
        </Text>
      ) : (
        <Text as="p" variant="bodySm" tone="subdued">
          {words.result.fitting(line.rules.length)}
        </Text>
      )}
      {line.rules.map((rule) => (
        <RuleLine key={rule.rule} rule={rule} names={names} />
      ))}
      {line.rules.length > 0 && rates.length === 0 ? (
        <Text as="p" tone="subdued">
          {words.result.noRule}
        </Text>
      ) : null}
    </>
  );
}

function RuleLine({ rule: { rule, gain, fate, by }, names }: { rule: RuleOnLine; names: RuleNames }) {
  const { t, f } = useWords();
  const { fates } = t.simulator;
  const why = fates[fate];
  return (
    <InlineStack gap="100" blockAlign="center">
      <Text as="span" fontWeight="semibold" breakWord>
        {ruleTitle(rule, names)}
      </Text>
      <Text as="span">({gainText(gain, t, f)})</Text>
      {fate === "counts" ? (
        <Badge tone="success">{fates.counts}</Badge>
      ) : (
        <Text as="span" tone="subdued">
          <Sentence>{typeof why === "string" ? why : why(by === null ? "" : ruleTitle(by, names))}</Sentence>
        </Text>
      )}
    </InlineStack>
  );
}
