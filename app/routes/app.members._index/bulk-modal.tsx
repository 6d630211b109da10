import { Banner, BlockStack, Box, Select, Spinner, Text, TextField } from "@shopify/polaris";
import { Modal, TitleBar } from "@shopify/app-bridge-react";
import { NotAllowed } from "../../components/not-allowed.tsx";
import { useWords } from "../../components/use-words.ts";
import { BulkReview, membersMet } from "./bulk-review.tsx";
import type { AskedBulk } from "./members-table.tsx";
import { useBulk, type BulkFields } from "./use-bulk.ts";

interface BulkModalProps {
  asked: AskedBulk;
  /** Whom the list finds that is chosen from. */
  address: string;
  grantable: { id: string; name: string }[];
  onClose: () => void;
}

/** Something for many: filled in, counted and priced by the server, confirmed, and then done by itself. */
export function BulkModal({ asked, address, grantable, onClose }: BulkModalProps) {
  const { t, f } = useWords();
  const words = t.memberList.bulk;
  const bulk = useBulk(asked, address, grantable);
  const { preview } = bulk;
  const met = preview === null ? 0 : membersMet(preview);
  return (
    <Modal id="bulk" open onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="400">
          {bulk.missing === null ? null : <NotAllowed permission={bulk.missing} />}
          {bulk.problem === null ? null : <Banner tone="warning">{bulk.problem}</Banner>}
          {bulk.step === "form" ? (
            <Fields kind={asked.kind} bulk={bulk} grantable={grantable} />
          ) : preview === null ? (
            <BlockStack gap="200" inlineAlign="center">
              <Spinner size="small" accessibilityLabel={words.loading} />
              <Text as="p" tone="subdued">
                {words.loading}
              </Text>
            </BlockStack>
          ) : (
            <BulkReview kind={asked.kind} fields={bulk.fields} preview={preview} grantable={grantable} />
          )}
        </BlockStack>
      </Box>
      <TitleBar title={words[asked.kind]}>
        {bulk.step === "form" ? (
          <button
            variant="primary"
            onClick={bulk.review}
            {...(asked.kind === "grant" && grantable.length === 0 ? { disabled: true } : {})}
          >
            {words.review}
          </button>
        ) : (
          <button
            variant="primary"
            onClick={bulk.confirm}
            {...(met > 0 ? {} : { disabled: true })}
            {...(bulk.isSending ? { loading: "" } : {})}
          >
            {words.confirm(String(met), f.count(met))}
          </button>
        )}
        <button onClick={bulk.step === "form" ? onClose : bulk.back}>
          {bulk.step === "form" ? t.common.cancel : words.back}
        </button>
      </TitleBar>
    </Modal>
  );
}

interface FieldsProps {
  kind: AskedBulk["kind"];
  bulk: ReturnType<typeof useBulk>;
  grantable: BulkModalProps["grantable"];
}

function Fields({ kind, bulk, grantable }: FieldsProps) {
  const { t } = useWords();
  const words = t.memberList.bulk;
  const errorOf = (field: keyof BulkFields) =>
    bulk.faults.includes(field) ? { error: words.faults[field] } : {};
  if (kind === "grant" && grantable.length === 0) return <Banner tone="info">{words.noReward}</Banner>;
  if (kind === "grant")
    return (
      <Select
        label={words.reward}
        helpText={words.rewardHelp}
        options={grantable.map(({ id, name }) => ({ label: name, value: id }))}
        value={bulk.fields.reward}
        onChange={(reward) => bulk.change({ reward })}
        {...errorOf("reward")}
      />
    );
  return (
    <>
      <TextField
        label={words.points}
        helpText={words.pointsHelp}
        value={bulk.fields.points}
        onChange={(points) => bulk.change({ points })}
        autoComplete="off"
        {...errorOf("points")}
      />
      <TextField
        label={words.reason}
        helpText={words.reasonHelp}
        value={bulk.fields.reason}
        onChange={(reason) => bulk.change({ reason })}
        autoComplete="off"
        showCharacterCount
        {...errorOf("reason")}
      />
    </>
  );
}
