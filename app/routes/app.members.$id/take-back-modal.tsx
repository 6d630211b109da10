import { Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { DeedModal } from "./deed-modal.tsx";
import { useDeed, type Frame } from "./use-deed.ts";

/** Ends a reward that was given to this member alone. */
export function TakeBackModal({ issue, ...frame }: Frame & { issue: string }) {
  const { t } = useWords();
  const words = t.person.grant;
  const deed = useDeed({ "taken-back": words.takenBack }, frame.onClose);
  return (
    <DeedModal
      id="take-back"
      {...frame}
      title={words.takeBackTitle}
      action={t.person.timeline.takeBack}
      isSending={deed.isSending}
      isDestructive
      refusal={deed.answer?.outcome === "not-theirs-alone" ? words.notAlone : null}
      missing={deed.missing}
      onAction={() => deed.send({ do: "take-back", issue })}
    >
      <Text as="p">{words.takeBackText}</Text>
    </DeedModal>
  );
}
