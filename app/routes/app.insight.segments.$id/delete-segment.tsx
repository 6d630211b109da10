import { useState } from "react";
import { Button, InlineStack } from "@shopify/polaris";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { useWords } from "../../components/use-words.ts";

export function DeleteSegment({ onDelete }: { onDelete: () => void }) {
  const { t } = useWords();
  const words = t.segments.page;
  const [asks, setAsks] = useState(false);
  return (
    <InlineStack align="end">
      <Button tone="critical" variant="tertiary" onClick={() => setAsks(true)}>
        {words.delete}
      </Button>
      <ConfirmModal
        id="delete-segment"
        isDestructive
        open={asks}
        title={words.deleteTitle}
        text={words.deleteText}
        action={words.delete}
        onConfirm={onDelete}
        onClose={() => setAsks(false)}
      />
    </InlineStack>
  );
}
