import { useEffect, useState } from "react";
import { Banner, BlockStack, Box, Text, TextField } from "@shopify/polaris";
import { Modal, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Adjusted, AdjustmentFault } from "../../use-cases/adjust-points.ts";
import { readPoints } from "../../loyalty/read-points.ts";

type Answer = Adjusted | { outcome: "refused"; faults: AdjustmentFault[] };

interface AdjustModalProps {
  open: boolean;
  /** Made anew for each opening: however often the form is sent, the points move once. */
  formKey: string;
  name: string;
  available: string;
  onClose: () => void;
}

const EMPTY = { points: "", reason: "" };

/** Points by hand: filled in, looked at once more, then done. */
export function AdjustModal({ open, formKey, name, available, onClose }: AdjustModalProps) {
  const { t, f } = useWords();
  const words = t.adjust;
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const [form, setForm] = useState(EMPTY);
  const [reviewing, setReviewing] = useState(false);
  const [faults, setFaults] = useState<AdjustmentFault[]>([]);
  const typed = typedPoints(form.points);

  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome !== "adjusted" && answer?.outcome !== "repeated") return;
    shopify.toast.show(answer.outcome === "adjusted" ? words.done : words.repeated);
    onClose();
    // Each answer is told of once, whatever else is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);

  const change = (field: keyof typeof EMPTY) => (value: string) => {
    setForm((before) => ({ ...before, [field]: value }));
    setFaults((before) => before.filter((fault) => fault !== field));
  };
  const review = () => {
    const found: AdjustmentFault[] = [];
    if (typed === null) found.push("points");
    if (form.reason.trim() === "" || form.reason.trim().length > 200) found.push("reason");
    setFaults(found);
    setReviewing(found.length === 0);
  };
  const send = () => void fetcher.submit({ ...form, key: formKey }, { method: "post" });
  const refusal =
    answer?.outcome === "refused"
      ? answer.faults.map((fault) => words.faults[fault])
      : answer?.outcome === "unknown-member"
        ? [words.unknownMember]
        : [];
  const errorOf = (field: AdjustmentFault) => (faults.includes(field) ? { error: words.faults[field] } : {});
  return (
    <Modal id="adjust" open={open} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="400">
          {refusal.map((sentence) => (
            <Banner key={sentence} tone="critical">
              {sentence}
            </Banner>
          ))}
          {reviewing && typed !== null ? (
            <Review points={typed} reason={form.reason.trim()} name={name} available={available} />
          ) : (
            <>
              <TextField
                label={words.points}
                helpText={words.pointsHelp}
                value={form.points}
                onChange={change("points")}
                autoComplete="off"
                inputMode="text"
                {...errorOf("points")}
              />
              <TextField
                label={words.reason}
                helpText={words.reasonHelp}
                value={form.reason}
                onChange={change("reason")}
                autoComplete="off"
                maxLength={200}
                showCharacterCount
                {...errorOf("reason")}
              />
            </>
          )}
        </BlockStack>
      </Box>
      <TitleBar title={words.title}>
        {reviewing && typed !== null ? (
          <button variant="primary" onClick={send} {...(fetcher.state === "idle" ? {} : { loading: "" })}>
            {typed > 0n
              ? words.give(String(typed), f.whole(String(typed)))
              : words.take(String(-typed), f.whole(String(-typed)))}
          </button>
        ) : (
          <button variant="primary" onClick={review}>
            {words.review}
          </button>
        )}
        <button onClick={reviewing ? () => setReviewing(false) : onClose}>
          {reviewing ? words.back : t.common.cancel}
        </button>
      </TitleBar>
    </Modal>
  );
}

function Review({
  points,
  reason,
  name,
  available,
}: {
  points: bigint;
  reason: string;
  name: string;
  available: string;
}) {
  const { t, f } = useWords();
  const words = t.adjust;
  const size = String(points < 0n ? -points : points);
  const shown = t.points(size, f.whole(size));
  return (
    <BlockStack gap="200">
      <Text as="p" variant="bodyLg">
        <Sentence>{points > 0n ? words.giveSentence(shown, name) : words.takeSentence(shown, name)}</Sentence>
      </Text>
      <Text as="p" breakWord>
        {t.entries.adjust(reason)}
      </Text>
      {-points > BigInt(available) ? <Text as="p">{words.short(f.whole(available))}</Text> : null}
      <Text as="p" tone="subdued">
        {words.forGood}
      </Text>
    </BlockStack>
  );
}

/** As the server reads it; null where it is no number of points to adjust by. */
function typedPoints(text: string): bigint | null {
  const points = readPoints(text);
  return points === 0n ? null : points;
}
