import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { Box, Text } from "@shopify/polaris";
import { useWords } from "./use-words.ts";

interface ConfirmModalProps {
  id: string;
  open: boolean;
  title: string;
  text: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is done. */
export function ConfirmModal({ id, open, title, text, action, onConfirm, onClose }: ConfirmModalProps) {
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
        <button variant="primary" onClick={confirm}>
          {action}
        </button>
        <button onClick={onClose}>{t.common.cancel}</button>
      </TitleBar>
    </Modal>
  );
}
