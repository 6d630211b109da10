import { useState } from "react";
import { Text, TextField } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import { DeedModal } from "./deed-modal.tsx";
import { useDeed, type Frame } from "./use-deed.ts";

/** Erases the person: whoever does it types the name, for nobody can bring them back. */
export function EraseModal({ name, word, ...frame }: Frame & { name: string; word: string }) {
  const { t } = useWords();
  const words = t.person.erase;
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const deed = useDeed({ erased: words.done }, () => navigate("/app/members"));
  const refusals: Record<string, string> = {
    "store-unavailable": words.storeUnavailable,
    "unknown-member": t.person.common.unknownMember,
  };
  const isOtherName = deed.answer?.outcome === "other-name";
  return (
    <DeedModal
      id="erase"
      {...frame}
      title={words.title(name)}
      action={words.action}
      isSending={deed.isSending}
      isDestructive
      refusal={refusals[deed.answer?.outcome ?? ""] ?? null}
      missing={deed.missing}
      onAction={() => deed.send({ do: "erase", typed })}
    >
      <Text as="p">{words.text}</Text>
      <Text as="p">{words.stays}</Text>
      <TextField
        label={words.type(word)}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        {...(isOtherName ? { error: words.otherName } : deed.errorOf("typed"))}
      />
    </DeedModal>
  );
}
