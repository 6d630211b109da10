import { Select } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";

interface PeriodFieldProps {
  /** null for ever. */
  days: number | null;
  onChange: (days: number | null) => void;
  disabled: boolean;
}

const OFFERED = [7, 30, 60, 90, 180, 365, 730];

export function PeriodField({ days, onChange, disabled }: PeriodFieldProps) {
  const { t, f } = useWords();
  const words = t.segments.builder;
  const offered = [...new Set([...OFFERED, ...(days === null ? [] : [days])])].sort((a, b) => a - b);
  return (
    <Select
      label={words.period}
      labelHidden
      options={[
        { value: "", label: words.ever },
        ...offered.map((one) => ({ value: String(one), label: words.lastDays(String(one), f.count(one)) })),
      ]}
      value={days === null ? "" : String(days)}
      onChange={(chosen) => onChange(chosen === "" ? null : Number(chosen))}
      disabled={disabled}
    />
  );
}
