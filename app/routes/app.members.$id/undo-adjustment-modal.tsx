import { useState } from "react";
import { Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { LONGEST_REASON } from "../../use-cases/person/longest-reason.ts";
import type { MemberDeedAnswer } from "../../use-cases/person/member-deed.ts";
import { AdjustReview } from "./adjust-review.tsx";
import { DeedModal } from "./deed-modal.tsx";
import { beyondText } from "./limit-text.ts";
import { ReasonField } from "./reason-field.tsx";
import type { EntryOf, ShownView } from "./shown-view.ts";
import { useDeed, type Frame } from "./use-deed.ts";

interface UndoAdjustmentModalProps extends Frame {
  entry: EntryOf<"ledger">;
  name: string;
  view: ShownView;
}

/** Takes one adjustment back, once it was told what that moves. */
export function UndoAdjustmentModal({ entry, name, view, ...frame }: UndoAdjustmentModalProps) {
  const { t, f } = useWords();
  const words = t.person.undo;
  const { explanation, key } = entry.entry;
  const before = explanation.kind === "adjust" ? explanation : { reason: "", points: "0" };
  const points = entry.reversal?.wouldMove ?? "0";
  const [reason, setReason] = useState(words.because(before.reason).slice(0, LONGEST_REASON));
  const deed = useDeed({ "adjustment-taken-back": words.done, repeated: words.repeated }, frame.onClose);
  const isLess = size(points) !== size(before.points);
  return (
    <DeedModal
      id="undo-adjustment"
      {...frame}
      title={words.title}
      action={words.action}
      isSending={deed.isSending}
      refusal={refusalOf(deed.answer)}
      missing={deed.missing}
      onAction={() => deed.send({ do: "undo-adjustment", adjustment: key, reason })}
    >
      <Text as="p">{words.text(f.dateTime(entry.at), f.signed(before.points))}</Text>
      <AdjustReview points={BigInt(points)} reason={null} name={name} view={view} />
      {isLess ? <Text as="p">{words.less}</Text> : null}
      {BigInt(points) > 0n ? <Text as="p">{words.anew}</Text> : null}
      <ReasonField reason={reason} onChange={setReason} {...deed.errorOf("reason")} />
    </DeedModal>
  );

  function refusalOf(answer: MemberDeedAnswer | { outcome: "not-allowed" } | undefined): string | null {
    if (answer?.outcome === "beyond-limit") return beyondText(answer, { t, f });
    if (answer?.outcome === "unknown-adjustment") return words.unknown;
    return answer?.outcome === "unknown-member" ? t.person.common.unknownMember : null;
  }
}

function size(points: string): string {
  return points.replace("-", "");
}
