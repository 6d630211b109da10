import { TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";

interface ReasonFieldProps {
  reason: string;
  onChange: (reason: string) => void;
  error?: string;
}

/** Why something is done to a member, who reads it. */
export function ReasonField({ reason, ...field }: ReasonFieldProps) {
  const { reason: label, reasonHelp } = useWords().t.person.common;
  return (
    <TextField
      label={label}
      helpText={reasonHelp}
      value={reason}
      autoComplete="off"
      showCharacterCount
      {...field}
    />
  );
}
