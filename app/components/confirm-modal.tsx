import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { Box, Text } from "@shopify/polaris";
import { useWords } from "./use-words.ts";

interface ConfirmModalProps {
  id: string;
  open: boolean;
  title: string;
  text: string;
  action: string;
  /** What is done ends or deletes something. */
  isDestructive?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { id, open, title, text, action, isDestructive = false, onConfirm, onClose } = props;
  const { t } = useWords();
  const confirm = () => {
    onClose();
    onConfirm();
  };
  return (
    <Modal id={id} open={open} onHide={onClose} variant="small">
      <Box padding="400">
        <Text as="p">{text}</Text>
      </Box>
      <TitleBar title={title}>
        <button variant="primary" onClick={confirm} {...(isDestructive ? { tone: "critical" as const } : {})}>
          {action}
        </button>
        <button onClick={onClose}>{t.common.cancel}</button>
      </TitleBar>
    </Modal>
  );
}
