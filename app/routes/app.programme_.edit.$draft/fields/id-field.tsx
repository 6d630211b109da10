import { TextField } from "@shopify/polaris";
import { textOfField } from "../../../loyalty/editing/fields.ts";
import type { DocumentPath } from "../../../loyalty/editing/document.ts";
import { withEntryCalled } from "../../../loyalty/editing/own-names.ts";
import { useWords } from "../../../components/use-words.ts";
import { useEditing } from "../editor-context.ts";
import { useField } from "./use-field.ts";

const ID = { name: "id", path: ["id"], as: "text", required: true } as const;

/** What an entry is called in code. Once history speaks of it, it stays: another id would be another thing. */
export function IdField({ base, isKnown }: { base: DocumentPath; isKnown: boolean }) {
  const { t } = useWords();
  const words = t.editor.card;
  const bound = useField(base, ID);
  const { document, write } = useEditing();
  return (
    <TextField
      id={bound.id}
      label={words.id}
      value={textOfField("text", bound.value) ?? ""}
      onChange={(typed) => write(withEntryCalled(document, base, typed))}
      autoComplete="off"
      monospaced
      disabled={bound.isLocked || isKnown}
      helpText={isKnown ? words.idFixed : words.idHelp}
      {...(bound.error === null ? {} : { error: bound.error })}
    />
  );
}
