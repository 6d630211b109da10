import { useState } from "react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { useWords } from "../../components/use-words.ts";
import type { SegmentView } from "../../use-cases/segments/show-segment.ts";
import type { Deed } from "./use-segment.ts";

interface SyncCardProps {
  view: SegmentView;
  act: (deed: Deed) => void;
  isActing: boolean;
  isLocked: boolean;
}

/** Whether the store knows who is in it, and how far that is. */
export function SyncCard({ view, act, isActing, isLocked }: SyncCardProps) {
  const { t, f } = useWords();
  const words = t.segments.sync;
  const [asks, setAsks] = useState(false);
  const { state, tag } = view.sync;
  const isNew = view.revision === 0;
  const canStart = state === "off" || state === "paused";
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
        <Text as="p" tone="subdued">
          {isNew ? words.later : words.text}
        </Text>
        {isNew ? null : (
          <>
            <Text as="p">
              {words.tag}: <code>{tag}</code>
            </Text>
            <div aria-live="polite">
              <BlockStack gap="100">
                {linesOf(view, words, f).map((line) => (
                  <Text key={line} as="p">
                    {line}
                  </Text>
                ))}
              </BlockStack>
            </div>
            {isLocked ? null : (
              <InlineStack gap="200">
                {canStart ? (
                  <Button onClick={() => act("sync-start")} loading={isActing}>
                    {state === "off" ? words.start : words.resume}
                  </Button>
                ) : null}
                {state === "on" ? (
                  <Button onClick={() => act("sync-stop")} loading={isActing}>
                    {words.stop}
                  </Button>
                ) : null}
                {state === "on" || state === "paused" ? (
                  <Button tone="critical" onClick={() => setAsks(true)} loading={isActing}>
                    {words.undo}
                  </Button>
                ) : null}
              </InlineStack>
            )}
          </>
        )}
      </BlockStack>
      <ConfirmModal
        id="undo-sync"
        isDestructive
        open={asks}
        title={words.undoTitle}
        text={words.undoText}
        action={words.undo}
        onConfirm={() => act("sync-undo")}
        onClose={() => setAsks(false)}
      />
    </Card>
  );
}

type Words = ReturnType<typeof useWords>;

function linesOf({ sync }: SegmentView, words: Words["t"]["segments"]["sync"], f: Words["f"]): string[] {
  const { state, tagged, left, refused, failure, hasStoreSegment } = sync;
  return [
    state === "off" ? words.off : words.on(String(tagged), f.count(tagged)),
    ...(state === "on" && left > 0 ? [words.left(String(left), f.count(left))] : []),
    ...(state === "paused" ? [words.paused] : []),
    ...(state === "removing" ? [words.removing] : []),
    ...(refused > 0 ? [words.refused(String(refused), f.count(refused))] : []),
    ...(failure === null ? [] : [words.failure(failure)]),
    ...(hasStoreSegment ? [words.segment] : []),
  ];
}
