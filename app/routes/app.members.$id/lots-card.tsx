import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { LotView, MemberView } from "../../use-cases/show-member.ts";

interface Row {
  key: string;
  title: string;
  help: string;
  points: string;
}

/** Points that wait, by the day on which they become available. */
export function PendingCard({ pending }: Pick<MemberView, "pending">) {
  const { t, f } = useWords();
  const words = t.member.pending;
  const rows = pending.map(({ order, points, vestsAt }) => {
    return {
      key: order,
      title: words.line(order),
      help: words.on(f.dateTime(vestsAt)),
      points: f.whole(points),
    };
  });
  return rows.length === 0 ? null : <RowsCard title={words.title} none={words.none} rows={rows} />;
}

/** Points that can be spent, in the order in which they are. */
export function LotsCard({ lots }: Pick<MemberView, "lots">) {
  const { t, f } = useWords();
  const words = t.member.lots;
  const rows = lots.map((lot) => ({
    key: lot.id,
    title: words.sources[lot.source](lot.order),
    help: `${words.since(f.date(lot.since))}, ${endOf(lot)}${lot.held === "0" ? "" : `, ${words.held(f.whole(lot.held))}`}`,
    points: f.whole(lot.remaining),
  }));
  return (
    <RowsCard
      title={words.title}
      none={words.none}
      rows={rows}
      {...(rows.length > 1 ? { help: words.help } : {})}
    />
  );

  function endOf({ expiresAt, awaitsNotice }: LotView): string {
    if (expiresAt === null) return words.never;
    const lastDay = f.lastDay(expiresAt);
    return awaitsNotice ? words.awaitsNotice(lastDay) : words.expires(lastDay);
  }
}

function RowsCard({ title, help, none, rows }: { title: string; help?: string; none: string; rows: Row[] }) {
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {rows.length > 0 && help === undefined ? null : (
            <Text as="p" tone="subdued">
              {rows.length === 0 ? none : help}
            </Text>
          )}
        </BlockStack>
        {rows.length === 0 ? null : (
          <ul className="perennial-lines">
            {rows.map((row) => (
              <li key={row.key} className="perennial-line">
                <InlineStack align="space-between" gap="400" wrap={false}>
                  <BlockStack>
                    <Text as="span">{row.title}</Text>
                    <Text as="span" variant="bodySm" tone="subdued">
                      {row.help}
                    </Text>
                  </BlockStack>
                  <span className="perennial-points">
                    <Text as="span" fontWeight="semibold" numeric>
                      {row.points}
                    </Text>
                  </span>
                </InlineStack>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
