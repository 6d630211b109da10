import { useState } from "react";
import { BlockStack, Button, Card, InlineError, InlineStack, Text } from "@shopify/polaris";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { Facts } from "../../components/facts.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ImportView } from "../../use-cases/moving-in/show-import.ts";
import type { ImportForm } from "./use-import.ts";

/** What was moved in, held against the ledger, and the way back. */
export function ReceiptCard({ view, form }: { view: ImportView; form: ImportForm }) {
  const { t, f } = useWords();
  const words = t.move.page;
  const download = useDownload();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const { receipt } = view;
  if (receipt === null) return null;
  const { file, ledger, difference, finishedAt } = receipt;
  const canUndo = view.state === "applied" || view.state === "flagged";
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.receipt}
        </Text>
        <Text as="p">{difference === "0" ? words.agrees : words.differs}</Text>
        <Facts
          facts={[
            [words.receiptFacts.finished, f.dateTime(Date.parse(finishedAt))],
            [words.receiptFacts.rows, f.count(receipt.accepted.rows)],
            [words.receiptFacts.posted, f.whole(ledger.points)],
            [words.receiptFacts.transactions, f.count(ledger.transactions)],
            [words.receiptFacts.difference, f.whole(difference)],
            [words.receiptFacts.sha256, file.sha256],
          ]}
        />
        <InlineStack gap="300">
          <Button
            loading={download.state === "loading"}
            onClick={() =>
              download.start(`/app/move-files/receipt?import=${view.id}`, `receipt-${view.id}.json`)
            }
          >
            {words.downloadReceipt}
          </Button>
          {canUndo ? (
            <Button
              tone="critical"
              disabled={!may("operations")}
              loading={form.isSending}
              onClick={() => setAsking(true)}
            >
              {words.undo}
            </Button>
          ) : null}
        </InlineStack>
        {download.state === "failed" ? <InlineError fieldID="receipt" message={t.move.out.failed} /> : null}
      </BlockStack>
      <ConfirmModal
        id="undo"
        open={asking}
        title={words.undoTitle}
        text={words.undoText}
        action={words.undo}
        isDestructive
        onConfirm={() => form.send("undo")}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
}
