import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useSearchParams } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import type { MemberView, OrderView } from "../../use-cases/show-member.ts";
import { addressWith } from "./address.ts";

interface OrdersCardProps extends Pick<MemberView, "orders" | "now"> {
  reasons: Record<string, string[]>;
}

export function OrdersCard({ orders, reasons, now }: OrdersCardProps) {
  const { t } = useWords();
  const words = t.member.orders;
  const [address] = useSearchParams();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {orders.rows.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {orders.rows.map((order) => (
              <Order key={order.id} order={order} reasons={reasons[order.id] ?? []} now={now} />
            ))}
          </ul>
        )}
        {orders.isFirst && orders.older === null ? null : (
          <InlineStack gap="200" align="end">
            {orders.isFirst ? null : (
              <Button url={addressWith(address, "orders", null)}>{words.newest}</Button>
            )}
            {orders.older === null ? null : (
              <Button url={addressWith(address, "orders", orders.older)}>{t.common.older}</Button>
            )}
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

function Order({ order, reasons, now }: { order: OrderView; reasons: string[]; now: number }) {
  const { t, f } = useWords();
  const words = t.member.orders;
  const isPending = order.pending !== "0" && order.vestsAt > now;
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" gap="400" wrap={false}>
        <BlockStack>
          <Link url={`shopify:admin/orders/${order.id}`} target="_top" removeUnderline>
            {order.name}
          </Link>
          <Text as="span" variant="bodySm" tone="subdued">
            {f.date(order.processedAt)}
          </Text>
        </BlockStack>
        <BlockStack inlineAlign="end">
          <Text as="span" fontWeight="semibold" numeric>
            {order.counts ? t.points(order.points, f.whole(order.points)) : words.notCounting}
          </Text>
          <Text as="span" variant="bodySm" tone="subdued" alignment="end">
            {isPending ? words.pending(f.whole(order.pending), f.date(order.vestsAt)) : f.money(order.value)}
          </Text>
        </BlockStack>
      </InlineStack>
      {reasons.length === 0 ? null : (
        <details className="perennial-details">
          <summary>{order.points === "0" ? words.whyNothing : words.whyNoMore}</summary>
          <ul className="perennial-reasons">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
