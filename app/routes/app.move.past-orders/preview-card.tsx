import { useState } from "react";
import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { Figure } from "../../components/figure.tsx";
import { FigureWithHelp } from "../../components/figure-with-help.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { PastOrdersView, PreviewShown } from "../../use-cases/past-orders/show-past-orders.ts";
import type { PastOrdersForm } from "./use-past-orders.ts";

interface PreviewCardProps {
  view: PastOrdersView;
  preview: PreviewShown;
  form: PastOrdersForm;
}

/** What the past orders would bring, and the button that credits them. */
export function PreviewCard({ view, preview, form }: PreviewCardProps) {
  const { t, f } = useWords();
  const words = t.pastOrders.preview;
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const { orders, members, points, cost, mayCost, inReach } = preview;
  const earned = String(points.earned);
  const earning = orders.counting;
  const shownEarned = t.points(earned, f.whole(earned));
  return (
    <Card>
      <BlockStack gap="400">
        {earning === 0 ? null : (
          <Text as="h2" variant="headingMd">
            {words.title(f.date(preview.since))}
          </Text>
        )}
        {earning === 0 ? (
          <NothingHere heading={words.none.heading} text={words.none.text} />
        ) : (
          <div className="perennial-figures">
            <Figure label={words.orders} value={f.count(earning)} large />
            <Figure label={words.members} value={f.count(members.total)} large />
            <Figure label={words.points} value={f.whole(earned)} large />
            <FigureWithHelp
              label={words.cost}
              value={mayCost === null ? words.noCost : f.money(mayCost)}
              help={cost.share === null ? null : words.share(f.decimal(cost.share))}
            />
            <FigureWithHelp
              label={words.inReach}
              value={f.count(inReach)}
              help={words.of(f.count(members.total))}
            />
          </div>
        )}
        {earning === 0 ? null : <Tiers view={view} preview={preview} />}
        <Notes preview={preview} />
        <InlineStack gap="300">
          {earning === 0 ? null : (
            <Button
              variant="primary"
              disabled={!may("programme.publish")}
              loading={form.isSending}
              onClick={() => setAsking(true)}
            >
              {words.credit(earning, f.count(earning))}
            </Button>
          )}
          {may("programme.publish") ? (
            <Button disabled={form.isSending} onClick={() => form.preview(view.date)}>
              {words.again}
            </Button>
          ) : null}
        </InlineStack>
      </BlockStack>
      <ConfirmModal
        id="credit-past"
        open={asking}
        title={words.confirmTitle}
        text={words.confirm(shownEarned, members.total, f.count(members.total))}
        action={words.credit(earning, f.count(earning))}
        onConfirm={form.credit}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
}

function Tiers({ view, preview: { tiers } }: Pick<PreviewCardProps, "view" | "preview">) {
  const { t, f } = useWords();
  const words = t.pastOrders.preview;
  if (tiers === null) return null;
  const nameOf = (id: string) => view.tiers.find((tier) => tier.id === id)?.name ?? id;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {words.tiers}
      </Text>
      <List>
        {tiers.map(({ id, members }) => (
          <List.Item key={id}>{words.tier(nameOf(id), f.count(members))}</List.Item>
        ))}
      </List>
    </BlockStack>
  );
}

/** What the figures leave out, and why. */
function Notes({ preview }: Pick<PreviewCardProps, "preview">) {
  const { t, f } = useWords();
  const words = t.pastOrders.preview;
  const { orders, countingAlready, isShort } = preview;
  const left = orders.told - orders.counting;
  const notes = [
    ...(left > 0 ? [words.left(left, f.count(left))] : []),
    ...(countingAlready > 0 ? [words.counting(countingAlready, f.count(countingAlready)), words.alone] : []),
    ...(isShort ? [words.short] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <List>
      {notes.map((note) => (
        <List.Item key={note}>{note}</List.Item>
      ))}
    </List>
  );
}
