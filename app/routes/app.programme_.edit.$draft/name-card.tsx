import { Card, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";

const LONGEST = 100;

interface NameCardProps {
  name: string;
  onName: (name: string) => void;
  isLocked: boolean;
}

/** What the draft is called among the staff. */
export function NameCard({ name, onName, isLocked }: NameCardProps) {
  const { t } = useWords();
  return (
    <Card>
      <TextField
        label={t.editor.name}
        helpText={t.editor.nameHelp}
        value={name}
        onChange={onName}
        maxLength={LONGEST}
        autoComplete="off"
        disabled={isLocked}
      />
    </Card>
  );
}
