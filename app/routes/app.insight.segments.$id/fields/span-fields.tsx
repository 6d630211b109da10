import { useState } from "react";
import { TextField } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import type { Span } from "../../../use-cases/segments/conditions.ts";

interface SpanFieldsProps {
  span: Span;
  onChange: (span: Span) => void;
  disabled: boolean;
  suffix?: string;
  /** How many of what is shown are one of what is kept: 100 where a share is shown in per cent. */
  per?: number;
}

const NUMBER = /^-?\d{1,15}([.,]\d{1,4})?$/;

/** At least and at most, either of which may be left open. What is typed stays, also while it cannot be read. */
export function SpanFields({ span, onChange, disabled, suffix, per = 1 }: SpanFieldsProps) {
  const { t } = useWords();
  const words = t.segments.builder;
  const shown = (end: string | null) =>
    end === null ? "" : per === 1 ? end : String(round(Number(end) * per));
  const [typed, setTyped] = useState({ from: shown(span.from), to: shown(span.to) });
  const isWrong = (text: string) => text.trim() !== "" && !NUMBER.test(text.trim());
  const isTurned = isBetween(typed) && numberOf(typed.from) > numberOf(typed.to);
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
        {...(isWrong(typed[end]) ? { error: words.number } : {})}
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

function isBetween({ from, to }: { from: string; to: string }): boolean {
  return NUMBER.test(from.trim()) && NUMBER.test(to.trim());
}

/** What cannot be read is kept as it was written, and the server says no to it. */
function kept(text: string, per: number): string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (!NUMBER.test(trimmed)) return trimmed;
  return per === 1 ? trimmed.replace(",", ".") : String(round(numberOf(trimmed) / per));
}

function numberOf(text: string): number {
  return Number(text.trim().replace(",", "."));
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
