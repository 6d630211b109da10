import { useState } from "react";
import { TextField } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import type { Span } from "../../../use-cases/segments/conditions.ts";
import { isEither, numberToType, readTypedNumber } from "./typed-number.ts";

interface SpanFieldsProps {
  span: Span;
  onChange: (span: Span) => void;
  disabled: boolean;
  suffix?: string;
  /** How many of what is shown are one of what is kept: 100 where a share is shown in per cent. */
  per?: number;
}

/** At least and at most, either of which may be left open. What is typed stays, also while it cannot be read. */
export function SpanFields({ span, onChange, disabled, suffix, per = 1 }: SpanFieldsProps) {
  const { t } = useWords();
  const words = t.segments.builder;
  const shown = (end: string | null) =>
    end === null ? "" : numberToType(per === 1 ? end : String(round(Number(end) * per)));
  const [typed, setTyped] = useState({ from: shown(span.from), to: shown(span.to) });
  const [from, to] = [readTypedNumber(typed.from), readTypedNumber(typed.to)];
  const isTurned = from !== null && to !== null && Number(from) > Number(to);
  const faultOf = (text: string) => {
    if (text.trim() === "" || readTypedNumber(text) !== null) return {};
    return { error: isEither(text) ? words.eitherNumber : words.number };
  };
  const change = (end: "from" | "to") => (text: string) => {
    const next = { ...typed, [end]: text };
    setTyped(next);
    onChange({ from: kept(next.from, per), to: kept(next.to, per) });
  };
  const field = (end: "from" | "to") => (
    <div className="perennial-number">
      <TextField
        label={words[end]}
        labelHidden
        prefix={words[end]}
        value={typed[end]}
        onChange={change(end)}
        inputMode="decimal"
        autoComplete="off"
        disabled={disabled}
        {...(suffix === undefined ? {} : { suffix })}
        {...faultOf(typed[end])}
        {...(end === "to" && isTurned ? { error: words.order } : {})}
      />
    </div>
  );
  return (
    <>
      {field("from")}
      {field("to")}
    </>
  );
}

/** What cannot be read is kept as it was written, and the server says no to it: also to what it might read otherwise. */
function kept(text: string, per: number): string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const read = readTypedNumber(trimmed);
  if (read === null) return isEither(trimmed) ? `${trimmed}?` : trimmed;
  return per === 1 ? read : String(round(Number(read) / per));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
