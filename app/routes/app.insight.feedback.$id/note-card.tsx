import { useState } from "react";
import { BlockStack, Button, Card, InlineStack, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { FeedbackDeedForm } from "./use-feedback-deed.ts";

interface NoteCardProps {
  note: string;
  deed: FeedbackDeedForm;
  mayAct: boolean;
}

/** What staff tell each other about it. What is typed stays, whatever the server says. */
export function NoteCard({ note, deed, mayAct }: NoteCardProps) {
  const { t } = useWords();
  const words = t.feedback.page;
  const [typed, setTyped] = useState(note);
  return (
    <Card>
      <BlockStack gap="300">
        <TextField
          label={words.note}
          helpText={words.noteHelp}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          multiline={3}
          maxLength={2_000}
          disabled={!mayAct}
        />
        {mayAct ? (
          <InlineStack>
            <Button
              disabled={typed.trim() === note}
              loading={deed.isSending}
              onClick={() => deed.send({ do: "note", note: typed })}
            >
              {words.saveNote}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}
