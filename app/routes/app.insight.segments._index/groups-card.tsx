import { BlockStack, Card, Text } from "@shopify/polaris";
import { FigureTable } from "../../components/charts/figure-table.tsx";
import { useWords } from "../../components/use-words.ts";
import { GROUPS } from "../../use-cases/segments/conditions.ts";
import type { GroupLine } from "../../use-cases/segments/list-segments.ts";
import { GroupMap, segmentOf } from "./group-map.tsx";

/** The eleven groups: as a map, and what those in them do. */
export function GroupsCard({ groups }: { groups: GroupLine[] }) {
  const { t, f } = useWords();
  const words = t.segments.groups;
  const { columns } = words;
  const all = groups.reduce((sum, { members }) => sum + members, 0);
  const of = new Map(groups.map((line) => [line.group, line]));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
        <Text as="p" tone="subdued">
          {all === 0 ? words.none : words.about(String(all), f.count(all))}
        </Text>
        {all === 0 ? null : (
          <>
            <GroupMap groups={of} all={all} />
            <FigureTable
              stacks
              caption={words.heading}
              columns={[
                { title: columns.group },
                { title: columns.members, numeric: true },
                { title: columns.share, numeric: true },
                { title: columns.purchases, numeric: true },
                { title: columns.spent, numeric: true },
                { title: columns.last, numeric: true },
              ]}
              rows={GROUPS.flatMap((group) => {
                const line = of.get(group);
                if (line === undefined) return [];
                const { members, purchases, spent, daysSince } = line;
                const cells = [
                  ...[words.names[group], f.count(members), f.share(String(members / all))],
                  ...[f.decimal(String(purchases)), f.money(spent)],
                  words.ago(String(daysSince), f.count(daysSince)),
                ];
                return [{ cells, hint: words.meanings[group], url: segmentOf(group) }];
              })}
            />
            <Text as="p" variant="bodySm" tone="subdued">
              {words.median}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
