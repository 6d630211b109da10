import { ChoiceList } from "@shopify/polaris";
import { useWords } from "./use-words.ts";

export interface Choice {
  label: string;
  value: string;
}

interface ManyFieldProps {
  label: string;
  choices: Choice[];
  values: readonly string[];
  onChange: (values: string[]) => void;
}

/** Any of them. */
export function ManyField({ label, choices, values, onChange }: ManyFieldProps) {
  return (
    <ChoiceList
      title={label}
      titleHidden
      allowMultiple
      choices={choices}
      selected={[...values]}
      onChange={onChange}
    />
  );
}

interface OneFieldProps {
  label: string;
  choices: Choice[];
  /** null where nothing of it is asked for. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** One of them, or none. */
export function OneField({ label, choices, value, onChange }: OneFieldProps) {
  const { t } = useWords();
  return (
    <ChoiceList
      title={label}
      titleHidden
      choices={[{ label: t.memberList.any, value: "" }, ...choices]}
      selected={[value ?? ""]}
      onChange={([chosen = ""]) => onChange(chosen === "" ? null : chosen)}
    />
  );
}
