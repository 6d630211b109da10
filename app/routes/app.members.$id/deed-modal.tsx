import { Banner, BlockStack, Box } from "@shopify/polaris";
import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { NotAllowed } from "../../components/not-allowed.tsx";
import type { Permission } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";

interface DeedModalProps {
  id: string;
  open: boolean;
  title: string;
  /** What the button says that does it; null while there is nothing to be done yet. */
  action: string | null;
  isSending: boolean;
  isDestructive?: boolean;
  /** Why the server did not do it; null where it has not said no. */
  refusal: string | null;
  missing: Permission | null;
  onAction: () => void;
  onClose: () => void;
  /** In the place of closing it. */
  back?: { content: string; onAction: () => void };
  children: React.ReactNode;
}

/** A form that is filled in before something is done for a member. */
export function DeedModal(props: DeedModalProps) {
  const {
    id,
    open,
    title,
    action,
    isSending,
    isDestructive = false,
    refusal,
    missing,
    onClose,
    back,
  } = props;
  const { t } = useWords();
  return (
    <Modal id={id} open={open} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="400">
          {missing === null ? null : <NotAllowed permission={missing} />}
          {refusal === null ? null : <Banner tone="critical">{refusal}</Banner>}
          {props.children}
        </BlockStack>
      </Box>
      <TitleBar title={title}>
        {action === null ? null : (
          <button
            variant="primary"
            onClick={props.onAction}
            {...(isDestructive ? { tone: "critical" as const } : {})}
            {...(isSending ? { loading: "" } : {})}
          >
            {action}
          </button>
        )}
        <button onClick={back?.onAction ?? onClose}>{back?.content ?? t.common.cancel}</button>
      </TitleBar>
    </Modal>
  );
}
