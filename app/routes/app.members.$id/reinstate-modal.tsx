import { useState } from "react";
import { Text, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { MemberDeedAnswer } from "../../use-cases/person/member-deed.ts";
import { DeedModal } from "./deed-modal.tsx";
import { beyondText } from "./limit-text.ts";
import { ReasonField } from "./reason-field.tsx";
import type { EntryOf } from "./shown-view.ts";
import { useDeed, type Frame } from "./use-deed.ts";

/** Gives back points that expired, at most what is still gone of them. */
export function ReinstateModal({ entry, ...frame }: Frame & { entry: EntryOf<"ledger"> }) {
  const { t, f } = useWords();
  const words = t.person.reinstate;
  const most = entry.reinstatable ?? "0";
  const [points, setPoints] = useState(most);
  const [reason, setReason] = useState("");
  const deed = useDeed({ reinstated: words.done, repeated: words.repeated }, frame.onClose);
  const shown = (count: string) => t.points(count, f.whole(count));
  return (
    <DeedModal
      id="reinstate"
      {...frame}
      title={words.title}
      action={words.action}
      isSending={deed.isSending}
      refusal={refusalOf(deed.answer)}
      missing={deed.missing}
      onAction={() => deed.send({ do: "reinstate", expiry: entry.entry.key, points, reason })}
    >
      <Text as="p">{words.text(shown(entry.entry.points.replace("-", "")), f.date(entry.at - 1))}</Text>
      <TextField
        label={words.points}
        helpText={words.most(shown(most))}
        value={points}
        onChange={setPoints}
        autoComplete="off"
        inputMode="numeric"
        {...deed.errorOf("points")}
      />
      <ReasonField reason={reason} onChange={setReason} {...deed.errorOf("reason")} />
    </DeedModal>
  );

  function refusalOf(answer: MemberDeedAnswer | { outcome: "not-allowed" } | undefined): string | null {
    if (answer?.outcome === "too-many") return words.tooMany(shown(answer.most));
    if (answer?.outcome === "beyond-limit") return beyondText(answer, { t, f });
    if (answer?.outcome === "unknown-expiry") return words.unknown;
    return answer?.outcome === "unknown-member" ? t.person.common.unknownMember : null;
  }
}
