import { useState } from "react";
import { Text, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { DeedModal } from "./deed-modal.tsx";
import { useDeed, type Frame } from "./use-deed.ts";

/** Shuts a member out of the programme, or lets them in again. */
export function BlockModal({
  change,
  name,
  ...frame
}: Frame & { change: "block" | "unblock"; name: string }) {
  const { t } = useWords();
  const words = t.person[change];
  const [note, setNote] = useState("");
  const done = { blocked: words.done, unblocked: words.done, repeated: t.person.blockRepeated };
  const deed = useDeed(done, frame.onClose);
  return (
    <DeedModal
      id="block"
      {...frame}
      title={words.title(name)}
      action={words.action}
      isSending={deed.isSending}
      isDestructive={change === "block"}
      refusal={deed.answer?.outcome === "unknown-member" ? t.person.common.unknownMember : null}
      missing={deed.missing}
      onAction={() => deed.send({ do: change, note })}
    >
      <Text as="p">{words.text}</Text>
      <TextField
        label={t.person.block.note}
        helpText={t.person.block.noteHelp}
        value={note}
        onChange={setNote}
        autoComplete="off"
        multiline={2}
        {...deed.errorOf("note")}
      />
    </DeedModal>
  );
}
