import { Banner, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { PastOrdersView } from "../../use-cases/past-orders/show-past-orders.ts";
import type { PastOrdersForm } from "./use-past-orders.ts";
import { WorkCard } from "./work-card.tsx";

/** The crediting that goes on, or the last that did: how far it is, or what came of it. */
export function RunCard({ view: { run }, form }: { view: PastOrdersView; form: PastOrdersForm }) {
  const { t, f } = useWords();
  const words = t.pastOrders;
  const may = useMay();
  if (run === null) return null;
  if (run.state === "waiting") return <WorkCard title={words.work.crediting} progress={run} />;
  if (run.state === "failed")
    return (
      <Banner
        tone="critical"
        {...(may("programme.publish")
          ? { action: { content: words.failed.goOn, onAction: form.goOn, loading: form.isSending } }
          : {})}
      >
        {words.failed.run}
      </Banner>
    );
  const { waiting, dead, orders, members, points } = run.credited;
  const of = Math.max(run.taken?.fresh ?? 0, waiting);
  if (waiting > 0)
    return (
      <WorkCard
        title={words.work.settling}
        progress={{ done: of - waiting, of, reason: null }}
        said={words.work.left(waiting, f.count(waiting))}
      />
    );
  const since = f.date(run.since);
  return (
    <Banner tone={dead > 0 ? "warning" : "success"} title={words.done.title(orders, f.count(orders))}>
      <BlockStack gap="200">
        <Text as="p">
          {orders === 0
            ? words.done.none(since)
            : words.done.text(t.points(points, f.whole(points)), members, f.count(members), since)}
        </Text>
        {dead === 0 ? null : <Text as="p">{words.done.dead(dead, f.count(dead))}</Text>}
        <InlineStack gap="300">
          <Link url="/app/members">{words.done.members}</Link>
          {dead === 0 ? null : <Link url="/app/deliveries?state=dead">{words.done.deliveries}</Link>}
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}
