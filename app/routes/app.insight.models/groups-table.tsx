import { BlockStack, Text } from "@shopify/polaris";
import { FigureTable } from "../../components/charts/figure-table.tsx";
import { useWords } from "../../components/use-words.ts";
import type { GroupCheck } from "../../use-cases/insight/show-models.ts";

/** Whether the model tells the truth to some as well as to others. */
export function GroupsTable({ groups }: { groups: readonly GroupCheck[] }) {
  const { t, f } = useWords();
  const words = t.models.groups;
  if (groups.length === 0) return null;
  const share = (value: number) => f.share(value.toFixed(3));
  const otherwise = groups.filter(({ verdict }) => verdict === "better" || verdict === "worse");
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.title}
      </Text>
      <Text as="p" tone="subdued">
        {otherwise.length === 0 ? words.alike : words.otherwise(f.list(otherwise.map(nameOf)))}
      </Text>
      <FigureTable
        caption={words.title}
        columns={[
          { title: words.columns.group },
          { title: words.columns.customers, numeric: true },
          { title: words.columns.told, numeric: true },
          { title: words.columns.left, numeric: true },
          { title: words.columns.off, numeric: true },
          { title: words.columns.error, numeric: true },
          { title: words.columns.verdict },
        ]}
        rows={groups.map((group) => ({
          cells: [
            nameOf(group),
            f.count(group.customers),
            ...[share(group.told), share(group.left)],
            words.off(f.change(group.off), f.change(group.low), f.change(group.high)),
            words.error(f.decimal(group.brier.toFixed(3)), f.decimal(group.others.toFixed(3))),
            words.verdicts[group.verdict],
          ],
        }))}
      />
    </BlockStack>
  );

  function channelName(channel: string): string {
    const names: Partial<Record<string, string>> = t.analytics.segment.channels;
    return names[channel] ?? channel;
  }

  function nameOf({ dimension, group }: GroupCheck): string {
    if (dimension === "language") return words.language(f.language(group));
    if (dimension === "channel") return words.channel(channelName(group));
    return group === "new" ? words.newer : words.older;
  }
}
