import { useEffect, useState } from "react";
import { Banner, BlockStack, Box, TextField } from "@shopify/polaris";
import { Modal, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Adjusted, AdjustmentFault } from "../../use-cases/adjust-points.ts";
import { readPoints } from "../../loyalty/read-points.ts";
import { AdjustReview } from "./adjust-review.tsx";
import { isBeyond, limitText } from "./limit-text.ts";
import type { ShownView } from "./shown-view.ts";

type Answer = Adjusted | { outcome: "refused"; faults: AdjustmentFault[] };

interface AdjustModalProps {
  open: boolean;
  /** Made anew for each opening: however often the form is sent, the points move once. */
  formKey: string;
  name: string;
  view: Pick<ShownView, "figures" | "debt" | "limit">;
  onClose: () => void;
}

const EMPTY = { points: "", reason: "" };

/** Points by hand: filled in, looked at once more, then done. */
export function AdjustModal({ open, formKey, name, view, onClose }: AdjustModalProps) {
  const { limit } = view;
  const { t, f } = useWords();
  const words = t.adjust;
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const [form, setForm] = useState(EMPTY);
  const [reviewing, setReviewing] = useState(false);
  const [faults, setFaults] = useState<(AdjustmentFault | "limit")[]>([]);
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
    setFaults((before) => before.filter((fault) => fieldOf(fault) !== field));
  };
  const review = () => {
    const found: (AdjustmentFault | "limit")[] = [];
    if (typed === null) found.push("points");
    else if (isBeyond(typed, limit)) found.push("limit");
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
        : answer?.outcome === "beyond-limit"
          ? [t.person.limit.beyond, limitText(answer, { t, f })]
          : [];
  const missing = missingPermission(answer);
  const errorOf = (field: AdjustmentFault) => {
    const fault = faults.find((one) => fieldOf(one) === field);
    if (fault === undefined) return {};
    return { error: fault === "limit" ? limitText(limit, { t, f }) : words.faults[fault] };
  };
  return (
    <Modal id="adjust" open={open} onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="400">
          {missing === null ? null : <NotAllowed permission={missing} />}
          {refusal.map((sentence) => (
            <Banner key={sentence} tone="critical">
              {sentence}
            </Banner>
          ))}
          {reviewing && typed !== null ? (
            <AdjustReview points={typed} reason={form.reason.trim()} name={name} view={view} />
          ) : (
            <>
              <TextField
                label={words.points}
                helpText={`${words.pointsHelp} ${limitText(limit, { t, f })}`.trim()}
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

/** That more is asked for than the person may move stands at the points. */
function fieldOf(fault: AdjustmentFault | "limit"): AdjustmentFault {
  return fault === "limit" ? "points" : fault;
}

/** As the server reads it; null where it is no number of points to adjust by. */
function typedPoints(text: string): bigint | null {
  const points = readPoints(text);
  return points === 0n ? null : points;
}
