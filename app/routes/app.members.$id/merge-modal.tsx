import { useState } from "react";
import { Banner, Text, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import { DeedModal } from "./deed-modal.tsx";
import { MergeTable } from "./merge-table.tsx";
import type { ShownView } from "./shown-view.ts";
import { useDeed, type Frame } from "./use-deed.ts";

/** Merges another member into this one: named, looked at, and done for good. */
export function MergeModal({ view, ...frame }: Frame & { view: ShownView }) {
  const { t } = useWords();
  const words = t.person.merge;
  const [other, setOther] = useState("");
  const [isNaming, setNaming] = useState(true);
  const deed = useDeed({ merged: words.done, repeated: words.repeated }, frame.onClose);
  const { answer } = deed;
  const preview = answer?.outcome === "preview" && !isNaming ? answer : null;
  const fault = faultOf(answer?.outcome);
  const look = () => {
    setNaming(false);
    deed.send({ do: "preview-merge", other });
  };
  return (
    <DeedModal
      id="merge"
      {...frame}
      title={words.title}
      action={preview === null ? words.look : words.action}
      isSending={deed.isSending}
      isDestructive={preview !== null}
      refusal={answer?.outcome === "unknown-member" ? t.person.common.unknownMember : null}
      missing={deed.missing}
      onAction={preview === null ? look : () => deed.send({ do: "merge", other: preview.other.id })}
      {...(preview === null ? {} : { back: { content: words.back, onAction: () => setNaming(true) } })}
    >
      {preview === null ? (
        <>
          <Text as="p">{words.text}</Text>
          <Text as="p">{words.shopify}</Text>
          <TextField
            label={words.other}
            helpText={words.otherHelp}
            value={other}
            onChange={setOther}
            autoComplete="off"
            {...(fault === null ? deed.errorOf("other") : { error: fault })}
          />
        </>
      ) : (
        <>
          <Text as="p" fontWeight="semibold">
            {memberName(preview.other, t)} ({t.common.customer(preview.other.id)})
          </Text>
          <MergeTable preview={preview} tiers={view.labels.tiers} />
          <Banner tone="warning">{words.text}</Banner>
        </>
      )}
    </DeedModal>
  );

  function faultOf(outcome: string | undefined): string | null {
    const { faults } = words;
    return outcome !== undefined && Object.hasOwn(faults, outcome)
      ? faults[outcome as keyof typeof faults]
      : null;
  }
}
