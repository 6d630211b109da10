import { useState } from "react";
import { BlockStack, FormLayout, TextField } from "@shopify/polaris";
import { useWords } from "./use-words.ts";

interface Range {
  from: string | null;
  to: string | null;
}

interface RangeFieldProps {
  kind: "whole" | "day";
  label: string;
  value: Range | null;
  onChange: (range: Range | null) => void;
}

const READ = {
  whole: (text: string) => /^-?\d{1,15}$/.test(text),
  day: (text: string) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text),
};

/** From and to, either of which may be left open. What is typed stays, also while it cannot be read. */
export function RangeField({ kind, label, value, onChange }: RangeFieldProps) {
  const { t } = useWords();
  const words = t.memberList;
  const [typed, setTyped] = useState({ from: value?.from ?? "", to: value?.to ?? "" });
  const isWrong = (text: string) => text.trim() !== "" && !READ[kind](text.trim());
  const change = (end: keyof typeof typed) => (text: string) => {
    const next = { ...typed, [end]: text };
    setTyped(next);
    if (isWrong(next.from) || isWrong(next.to) || isTurned(kind, next)) return;
    const endOf = (written: string) => (written.trim() === "" ? null : written.trim());
    const range = { from: endOf(next.from), to: endOf(next.to) };
    onChange(range.from === null && range.to === null ? null : range);
  };
  const fault = kind === "whole" ? words.faults.whole : words.faults.day;
  const field = (end: keyof typeof typed) => ({
    label: `${label}: ${words[end]}`,
    labelHidden: true,
    prefix: words[end],
    type: kind === "day" ? ("date" as const) : ("text" as const),
    value: typed[end],
    onChange: change(end),
    autoComplete: "off",
    ...(isWrong(typed[end]) ? { error: fault } : {}),
  });
  return (
    <BlockStack gap="200">
      <FormLayout>
        <TextField {...field("from")} />
        <TextField
          {...field("to")}
          {...(!isWrong(typed.to) && isTurned(kind, typed) ? { error: words.faults.order } : {})}
        />
      </FormLayout>
    </BlockStack>
  );
}

function isTurned(kind: RangeFieldProps["kind"], { from, to }: { from: string; to: string }): boolean {
  if (from.trim() === "" || to.trim() === "" || !READ[kind](from.trim()) || !READ[kind](to.trim()))
    return false;
  return kind === "day" ? from.trim() > to.trim() : BigInt(from.trim()) > BigInt(to.trim());
}
