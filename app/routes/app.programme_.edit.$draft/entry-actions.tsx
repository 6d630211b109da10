import { useState } from "react";
import { ActionList, Button, Popover } from "@shopify/polaris";
import {
  ArrowDownIcon,
  ArrowUpIcon,
  DeleteIcon,
  DuplicateIcon,
  MenuHorizontalIcon,
} from "@shopify/polaris-icons";
import { useWords } from "../../components/use-words.ts";
import { useEditing } from "./editor-context.ts";

export interface EntryDeeds {
  /** null where it is the first. */
  up: (() => void) | null;
  /** null where it is the last. */
  down: (() => void) | null;
  /** null where there is no second of it. */
  copy: (() => void) | null;
  remove: () => void;
}

/** Moves, duplicates and deletes an entry, by mouse and by keyboard alike. */
export function EntryActions({ sentence, deeds }: { sentence: string; deeds: EntryDeeds }) {
  const { t } = useWords();
  const words = t.editor.card;
  const { isLocked } = useEditing();
  const [isOpen, setOpen] = useState(false);
  const item = (content: string, icon: typeof ArrowUpIcon, deed: (() => void) | null) => ({
    content,
    icon,
    disabled: deed === null,
    onAction: () => {
      setOpen(false);
      deed?.();
    },
  });
  return (
    <Popover
      active={isOpen}
      autofocusTarget="first-node"
      onClose={() => setOpen(false)}
      activator={
        <Button
          icon={MenuHorizontalIcon}
          disabled={isLocked}
          disclosure={false}
          accessibilityLabel={words.actions(sentence)}
          onClick={() => setOpen((before) => !before)}
        />
      }
    >
      <ActionList
        actionRole="menuitem"
        items={[
          item(words.up, ArrowUpIcon, deeds.up),
          item(words.down, ArrowDownIcon, deeds.down),
          ...(deeds.copy === null ? [] : [item(words.copy, DuplicateIcon, deeds.copy)]),
          { ...item(words.remove, DeleteIcon, deeds.remove), destructive: true },
        ]}
      />
    </Popover>
  );
}
