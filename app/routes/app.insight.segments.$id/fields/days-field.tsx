import { useState } from "react";
import { TextField } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";

interface DaysFieldProps {
  label: string;
  days: number;
  onChange: (days: number) => void;
  disabled: boolean;
}

const LONGEST = 3_650;

/** A number of days. What cannot be read is 0, to which the server says no. */
export function DaysField({ label, days, onChange, disabled }: DaysFieldProps) {
  const { t } = useWords();
  const words = t.segments.builder;
  const [typed, setTyped] = useState(days === 0 ? "" : String(days));
  const read = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return (
    <div className="perennial-number">
      <TextField
        label={label}
        labelHidden
        value={typed}
        onChange={(text) => {
          setTyped(text);
          onChange(/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0);
        }}
        inputMode="numeric"
        autoComplete="off"
        suffix={words.days}
        disabled={disabled}
        {...(read >= 1 && read <= LONGEST ? {} : { error: words.wholeDays })}
      />
    </div>
  );
}
