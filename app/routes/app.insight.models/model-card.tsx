import { BlockStack, Card, InlineStack, Text, Badge } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ModelCard as Model } from "../../use-cases/insight/show-models.ts";
import { changesOf } from "./changes.ts";
import { FiguresList } from "./figures-list.tsx";
import { GroupsList } from "./groups-list.tsx";
import { modelName } from "./model-names.ts";

/** What a model predicts, of what it was learned, how good it is here, and what changed. */
export function ModelCard({ model, now }: { model: Model; now: number }) {
  const { t, f } = useWords();
  const words = t.models;
  const { kind, basis, version, trainedAt, figures, before } = model;
  const isShort = basis.reason !== undefined;
  const facts: [string, string][] = [
    [words.facts.trained, words.trained(f.ago(trainedAt, now), f.count(version))],
    [words.facts.basis, basisText()],
    [words.facts.counted, words.kinds[kind].counted],
  ];
  const how: [string, string][] = [
    [words.facts.learnedBy, words.kinds[kind].by],
    ...(basis.model === undefined ? [] : [[words.facts.model, modelText()] as [string, string]]),
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack align="space-between" gap="200">
            <Text as="h2" variant="headingMd">
              {words.kinds[kind].title}
            </Text>
            {isShort ? <Badge tone="attention">{words.notEnough}</Badge> : null}
          </InlineStack>
          <Text as="p" tone="subdued">
            {words.kinds[kind].predicts}
          </Text>
        </BlockStack>
        <Facts facts={facts} />
        {isShort ? <Text as="p">{neededText()}</Text> : null}
        {before === null ? null : (
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              {words.changes.title(f.count(before.version))}
            </Text>
            <ul className="perennial-lines">
              {changesOf(model, before, t, f).map((change) => (
                <li key={change}>
                  <Text as="p" tone="subdued">
                    {change}
                  </Text>
                </li>
              ))}
            </ul>
          </BlockStack>
        )}
        {figures.length > 0 ? <FiguresList model={model} /> : null}
        {figures.length === 0 && !isShort ? (
          <Text as="p" tone="subdued">
            {words.noFigures}
          </Text>
        ) : null}
        <GroupsList groups={basis.heldBack?.groups ?? []} />
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {words.experts}
          </Text>
          <Facts facts={how} />
        </BlockStack>
      </BlockStack>
    </Card>
  );

  function basisText(): string {
    const { from, to, orders, buyers } = basis;
    const counts = words.counts(String(orders), f.count(orders), f.count(buyers));
    return from === null || to === null ? counts : words.span(counts, dayText(from), dayText(to));
  }

  function dayText(date: string): string {
    return f.day(Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000));
  }

  function modelText(): string {
    const parameters = Object.entries(basis.model?.parameters ?? {}).map(
      ([name, value]) => `${name} ${f.decimal(value.toPrecision(4))}`,
    );
    return `${modelName(basis.model?.name)}: ${parameters.join(", ")}`;
  }

  function neededText(): string {
    const needed = Object.entries(basis.needed ?? {}).map(([what, count]) =>
      words.needed(f.count(count), words.things[what] ?? what),
    );
    return words.takes(f.list(needed));
  }
}
