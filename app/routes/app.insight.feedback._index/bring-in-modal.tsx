import { useState } from "react";
import { Banner, BlockStack, Box, TextField } from "@shopify/polaris";
import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { useWords } from "../../components/use-words.ts";
import type { BroughtInField } from "../../use-cases/feedback/bring-in-feedback.ts";

interface Answer {
  outcome: "refused" | "known-already" | "nobody" | "empty" | "not-allowed";
  faults?: BroughtInField[];
}

/** `formKey` is made anew for each opening: however often the form is sent, it brings in one message. */
export function BringInModal({ formKey, onClose }: { formKey: string; onClose: () => void }) {
  const { t } = useWords();
  const words = t.feedback.bringIn;
  const fetcher = useFetcher<Answer>();
  const [values, setValues] = useState({ text: "", member: "" });
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const missing = missingPermission(answer);
  const change = (field: BroughtInField) => (value: string) =>
    setValues((before) => ({ ...before, [field]: value }));
  const errorOf = (field: BroughtInField) =>
    answer?.faults?.includes(field) === true ? { error: words.faults[field] } : {};
  const refusal =
    answer?.outcome === "nobody" ? words.nobody : answer?.outcome === "known-already" ? words.repeated : null;
  const send = () => void fetcher.submit({ ...values, key: formKey }, { method: "post" });
  return (
    <Modal id="bring-in" open onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="400">
          {missing === null ? null : <NotAllowed permission={missing} />}
          {refusal === null ? null : <Banner tone="critical">{refusal}</Banner>}
          <TextField
            label={words.text}
            helpText={words.textHelp}
            value={values.text}
            onChange={change("text")}
            autoComplete="off"
            multiline={6}
            {...errorOf("text")}
          />
          <TextField
            label={words.member}
            helpText={words.memberHelp}
            value={values.member}
            onChange={change("member")}
            autoComplete="off"
            inputMode="numeric"
            {...errorOf("member")}
          />
        </BlockStack>
      </Box>
      <TitleBar title={words.title}>
        <button variant="primary" onClick={send} {...(fetcher.state === "idle" ? {} : { loading: "" })}>
          {words.save}
        </button>
        <button onClick={onClose}>{t.common.cancel}</button>
      </TitleBar>
    </Modal>
  );
}
