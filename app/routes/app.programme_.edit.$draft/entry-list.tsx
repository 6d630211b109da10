import { useState } from "react";
import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import {
  childOf,
  entriesAt,
  nameOfPath,
  withEntryCopied,
  withEntryMoved,
  type DocumentPath,
} from "../../loyalty/editing/document.ts";
import { isFaultOf } from "../../loyalty/editing/fields.ts";
import { withNamedEntry, withoutNamedEntry, type EntryTexts } from "../../loyalty/editing/own-names.ts";
import { faultsBesideEntries } from "../../loyalty/editing/sections.ts";
import { useEditing } from "./editor-context.ts";
import { EntryCard, plain, type EntryCardProps } from "./entry-card.tsx";
import { FaultList } from "./fault-list.tsx";
import { OutsideCards } from "./section-card.tsx";
import { focusSoon, openerId } from "./use-goal.ts";
import { useRows } from "./use-rows.ts";

interface EntryListProps {
  list: DocumentPath;
  sentenceOf: (entry: unknown, index: number) => string;
  shownOf: (entry: unknown) => EntryCardProps["shown"];
  noteOf?: (entry: unknown) => string | null;
  /** Ids that history speaks of. */
  known: readonly string[];
  /** What is offered to add, and what stands here while there is nothing. */
  adder: (add: (entry: unknown) => void) => React.ReactNode;
  empty: { title: string; text: string };
}

interface Removed {
  entry: unknown;
  index: number;
  sentence: string;
  names: EntryTexts;
}

/** Entries one below the other, in the order of the document: opened, moved, duplicated, deleted and brought back. */
export function EntryList({ list, sentenceOf, shownOf, noteOf, known, adder, empty }: EntryListProps) {
  const { t } = useWords();
  const { document, write, faults, isLocked } = useEditing();
  const [removed, setRemoved] = useState<Removed | null>(null);
  const entries = entriesAt(document, list);
  const { rows, ...cards } = useRows(entries.length);
  const focusOn = (index: number) => focusSoon(openerId(nameOfPath([...list, index])));
  const undoId = `${nameOfPath(list)}-undo`;
  const put = (entry: unknown, index: number, names: EntryTexts = {}) => {
    write(withNamedEntry(document, list, { entry, index, names }));
    cards.insert(index, { isOpen: true });
    setRemoved(null);
    focusOn(index);
  };
  return (
    <BlockStack gap="300">
      <FaultList faults={faultsBesideEntries(faults, list, document)} base={list} />
      {entries.length === 0 && removed === null ? (
        <OutsideCards>
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold">
              {empty.title}
            </Text>
            <Text as="p" tone="subdued">
              {empty.text}
            </Text>
          </BlockStack>
        </OutsideCards>
      ) : null}
      {entries.map((entry, index) => {
        const path = [...list, index];
        const id = childOf(entry, "id");
        const move = (by: -1 | 1) => () => {
          write(withEntryMoved(document, list, { index, by }));
          cards.swap(index, index + by);
          focusOn(index + by);
        };
        const isFaulty = faults.some((fault) => isFaultOf(fault, [...path, "id"]));
        return (
          <EntryCard
            key={rows[index]?.key ?? index}
            path={path}
            sentence={sentenceOf(entry, index)}
            shown={shownOf(entry)}
            note={noteOf?.(entry) ?? null}
            isOpen={rows[index]?.isOpen ?? false}
            onToggle={() => cards.toggle(index)}
            isKnown={typeof id === "string" && known.includes(id) && !isFaulty}
            deeds={{
              up: index === 0 ? null : move(-1),
              down: index === entries.length - 1 ? null : move(1),
              copy: () => {
                write(withEntryCopied(document, list, index));
                cards.insert(index + 1, { isOpen: true });
                focusOn(index + 1);
              },
              remove: () => {
                const less = withoutNamedEntry(document, list, index);
                setRemoved({ entry, index, sentence: plain(sentenceOf(entry, index)), names: less.names });
                write(less.document);
                cards.remove(index);
                focusSoon(undoId);
              },
            }}
          />
        );
      })}
      {removed === null ? null : (
        <Banner onDismiss={() => setRemoved(null)}>
          <InlineStack gap="300" blockAlign="center">
            <Text as="p" breakWord>
              {t.editor.card.removed(removed.sentence)}
            </Text>
            <Button
              id={undoId}
              disabled={isLocked}
              onClick={() => put(removed.entry, Math.min(removed.index, entries.length), removed.names)}
            >
              {t.editor.card.undo}
            </Button>
          </InlineStack>
        </Banner>
      )}
      <OutsideCards>{adder((entry) => put(entry, entries.length))}</OutsideCards>
    </BlockStack>
  );
}
