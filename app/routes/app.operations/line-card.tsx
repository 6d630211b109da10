import { Badge, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { topicName } from "../../components/topic-name.ts";
import { useWords } from "../../components/use-words.ts";
import { reasonWords } from "../../texts/fault-words.ts";
import type { OperationsView } from "../../use-cases/operations/show-operations.ts";

interface LineCardProps {
  line: OperationsView["line"];
  now: number;
}

/** What the store told, how much of it is worked off, and why something is not. */
export function LineCard({ line, now }: LineCardProps) {
  const { t, f } = useWords();
  const words = t.operations.line;
  const { waiting, dead, oldestWaitingAt, lastReceivedAt } = line;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Button url="/app/deliveries">{words.open}</Button>
        </InlineStack>
        <BlockStack gap="200">
          {waiting === 0 && dead === 0 ? <Text as="p">{words.good}</Text> : null}
          {waiting === 0 ? null : (
            <Text as="p">
              {words.waiting(String(waiting), f.count(waiting), f.lasting(oldestWaitingAt ?? now, now))}
            </Text>
          )}
          {dead === 0 ? null : <DeadLetters line={line} />}
          {lastReceivedAt === null ? null : (
            <Text as="p" tone="subdued">
              {words.last(f.ago(lastReceivedAt, now))}
            </Text>
          )}
        </BlockStack>
        {line.days.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <DaysTable days={line.days} />
        )}
      </BlockStack>
    </Card>
  );
}

function DeadLetters({ line: { dead, reasons } }: { line: OperationsView["line"] }) {
  const { t, f } = useWords();
  const words = t.operations.line;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="p">{words.dead(String(dead), f.count(dead))}</Text>
        <Link url="/app/deliveries?state=dead">{words.retry}</Link>
      </InlineStack>
      <ul className="perennial-lines">
        {reasons.map(({ topic, reason, count, webhookId }) => (
          <li key={webhookId} className="perennial-line">
            <BlockStack gap="050">
              <InlineStack gap="200">
                <Link url={`/app/deliveries/${encodeURIComponent(webhookId)}`}>{topicName(topic, t)}</Link>
                <Badge tone="warning">{f.count(count)}</Badge>
              </InlineStack>
              <Text as="span" variant="bodySm" tone="subdued" breakWord>
                {reason === "" ? words.noReason : reasonWords(reason, t)}
              </Text>
            </BlockStack>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}

function DaysTable({ days }: Pick<OperationsView["line"], "days">) {
  const { t, f } = useWords();
  const words = t.operations.line;
  return (
    <div className="perennial-table-frame">
      <table className="perennial-table">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col" data-numeric="true">
              {words.received}
            </th>
            <th scope="col" data-numeric="true">
              {words.done}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, startsAt, received, done }) => (
            <tr key={date}>
              <th scope="row">{f.date(startsAt)}</th>
              <td data-numeric="true">{f.count(received)}</td>
              <td data-numeric="true">{f.count(done)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
