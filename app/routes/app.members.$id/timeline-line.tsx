import { BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { EntryLine } from "../../components/entry-line.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { EntryDetails } from "./entry-details.tsx";
import { OrderLine } from "./order-line.tsx";
import { PlainLine } from "./plain-line.tsx";
import { ReversalLine } from "./reversal-line.tsx";
import { useEntryWords } from "./use-entry-words.ts";
import type { EntryOf, ShownEntry, ShownView } from "./shown-view.ts";
import type { DeedsState } from "./use-deeds.ts";

interface TimelineLineProps {
  entry: ShownEntry;
  view: ShownView;
  ask: DeedsState["ask"];
}

/** One thing that happened, and what can be done about it. */
export function TimelineLine({ entry, view, ask }: TimelineLineProps) {
  const { f } = useWords();
  const wordsOf = useEntryWords(view);
  switch (entry.of) {
    case "ledger":
      return <LedgerLine entry={entry} view={view} ask={ask} />;
    case "order":
      return <OrderLine entry={entry} reasons={view.reasons[entry.key] ?? []} now={view.now} />;
    case "gift":
      return <GiftLine entry={entry} view={view} ask={ask} />;
    case "change":
      return <ChangeLine entry={entry} view={view} />;
    case "before":
      return (
        <PlainLine {...wordsOf(entry)} at={entry.at}>
          <Text as="span" numeric tone="subdued">
            {f.signed(entry.points)}
          </Text>
        </PlainLine>
      );
    default:
      return <PlainLine {...wordsOf(entry)} at={entry.at} />;
  }
}

function LedgerLine({
  entry,
  view: { staff, labels },
  ask,
}: {
  entry: EntryOf<"ledger">;
  view: ShownView;
  ask: DeedsState["ask"];
}) {
  const { t, f } = useWords();
  const may = useMay();
  const words = t.person.timeline;
  const when = f.dateTime(entry.at);
  return (
    <EntryLine
      entry={entry.entry}
      names={labels}
      when={entry.former === null ? when : `${when}, ${words.former(entry.former)}`}
    >
      {entry.reinstatable !== null && may("members.manage") ? (
        <InlineStack>
          <Button variant="plain" onClick={() => ask({ deed: "reinstate", entry })}>
            {words.giveBack}
          </Button>
        </InlineStack>
      ) : null}
      <ReversalLine entry={entry} staff={staff} ask={ask} />
      <EntryDetails entry={entry.entry} names={labels} staff={staff} />
    </EntryLine>
  );
}

function ChangeLine({ entry, view }: { entry: EntryOf<"change">; view: ShownView }) {
  const { t, f } = useWords();
  const wordsOf = useEntryWords(view);
  return (
    <PlainLine {...wordsOf(entry)} at={entry.at}>
      <BlockStack inlineAlign="end">
        {entry.did === "moved" ? (
          <span className="perennial-points">
            <Text as="span" numeric tone="subdued">
              {t.points(entry.points.replace("-", ""), f.signed(entry.points))}
            </Text>
          </span>
        ) : null}
        <span className="perennial-points">
          <Link url={`shopify:admin/orders/${entry.order.id}`} target="_top" removeUnderline>
            {t.person.timeline.orderOpen}
          </Link>
        </span>
      </BlockStack>
    </PlainLine>
  );
}

function GiftLine({ entry, view, ask }: { entry: EntryOf<"gift">; view: ShownView; ask: DeedsState["ask"] }) {
  const { t } = useWords();
  const may = useMay();
  const words = t.person.timeline;
  const wordsOf = useEntryWords(view);
  const canEnd = entry.state === "ready" || entry.state === "waiting";
  return (
    <PlainLine {...wordsOf(entry)} at={entry.at}>
      <BlockStack inlineAlign="end">
        {entry.alone ? null : <Link url={`/app/rewards/issues/${entry.issue}`}>{words.allOfIssue}</Link>}
        {entry.alone && canEnd && may("members.manage") ? (
          <Button variant="plain" onClick={() => ask({ deed: "take-back", issue: entry.issue })}>
            {words.takeBack}
          </Button>
        ) : null}
      </BlockStack>
    </PlainLine>
  );
}
