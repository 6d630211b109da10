import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { EntryOf } from "./shown-view.ts";

interface OrderLineProps {
  entry: EntryOf<"order">;
  reasons: string[];
  now: number;
}

/** An order: what it brought as it was first counted, what that has become where it changed since, and why no more. */
export function OrderLine({ entry: { at, order }, reasons, now }: OrderLineProps) {
  const { t, f } = useWords();
  const words = t.person.timeline;
  const isPending = order.pending !== "0" && order.vestsAt > now;
  const brought = order.first?.points ?? order.points;
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" blockAlign="start" gap="400" wrap={false}>
        <BlockStack gap="050">
          <Text as="p" fontWeight="semibold" breakWord>
            {words.order(order.name)}
          </Text>
          <Text as="p" breakWord>
            {countText()}
          </Text>
          {order.first === null ? null : (
            <Text as="p" breakWord>
              {order.counts
                ? words.orderNow(f.money(order.value), t.points(order.points, f.whole(order.points)))
                : words.orderNowNot}
            </Text>
          )}
          {isPending ? (
            <Text as="p">{words.pending(f.whole(order.pending), f.date(order.vestsAt))}</Text>
          ) : null}
          <Text as="p" variant="bodySm" tone="subdued">
            {f.dateTime(at)}
          </Text>
        </BlockStack>
        <BlockStack inlineAlign="end">
          <span className="perennial-points">
            <Text as="span" numeric>
              {t.points(brought, f.whole(brought))}
            </Text>
          </span>
          <span className="perennial-points">
            <Link url={`shopify:admin/orders/${order.id}`} target="_top" removeUnderline>
              {words.orderOpen}
            </Link>
          </span>
        </BlockStack>
      </InlineStack>
      {reasons.length === 0 ? null : (
        <details className="perennial-details">
          <summary>{order.points === "0" ? t.member.orders.whyNothing : t.member.orders.whyNoMore}</summary>
          <ul className="perennial-reasons">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );

  function countText(): string {
    if (order.first === null) return order.counts ? words.orderText(f.money(order.value)) : words.orderNot;
    return order.first.value === null ? words.orderNot : words.orderCounted(f.money(order.first.value));
  }
}
