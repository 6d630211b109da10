import { useState } from "react";
import { ActionList, Button, Popover } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useEditing } from "./editor-context.ts";

interface AddMenuProps<K extends string> {
  label: string;
  kinds: Readonly<Record<K, { name: string; about: string }>>;
  onAdd: (kind: K) => void;
}

/** Adds an entry of a kind; each kind says what it is for. */
export function AddMenu<K extends string>({ label, kinds, onAdd }: AddMenuProps<K>) {
  const { isLocked } = useEditing();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Popover
        active={isOpen}
        autofocusTarget="first-node"
        onClose={() => setOpen(false)}
        fluidContent
        activator={
          <Button icon={PlusIcon} disclosure disabled={isLocked} onClick={() => setOpen((before) => !before)}>
            {label}
          </Button>
        }
      >
        <ActionList
          actionRole="menuitem"
          items={(Object.keys(kinds) as K[]).map((kind) => ({
            content: kinds[kind].name,
            helpText: kinds[kind].about,
            onAction: () => {
              setOpen(false);
              onAdd(kind);
            },
          }))}
        />
      </Popover>
    </div>
  );
}
