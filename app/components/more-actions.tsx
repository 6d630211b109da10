import { useState } from "react";
import { ActionList, Button, Popover, type ActionListItemDescriptor } from "@shopify/polaris";

interface MoreActionsProps {
  title: string;
  items: ActionListItemDescriptor[];
}

/**
 * A page's further actions in one menu. Polaris' own menu measures in the browser what fits and only then shows its button:
 * beside a long title that takes room away from it, and everything below jumps. This one stands where the server drew it.
 */
export function MoreActions({ title, items }: MoreActionsProps) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Popover
      active={isOpen}
      onClose={close}
      preferredAlignment="right"
      autofocusTarget="first-node"
      hideOnPrint
      activator={
        <Button disclosure={isOpen ? "up" : "down"} onClick={() => setOpen(!isOpen)}>
          {title}
        </Button>
      }
    >
      <ActionList actionRole="menuitem" items={items} onActionAnyItem={close} />
    </Popover>
  );
}
