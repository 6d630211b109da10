import { localTime, parseLocalTime } from "../../loyalty/local-time.ts";
import { formatInstant, parseInstantOrNull, type Instant } from "../../loyalty/time.ts";

/** What somebody chose in the form: "now", a clock time of the shop's zone, or "" for what the document says. */
export type StartChoice = string;

export interface ChosenStart {
  /** null for: when it is published. */
  at: Instant | null;
  /** For the form, in the shop's zone; "" for at once. */
  local: string;
  fault: "unreadable" | "past" | null;
}

interface StartTerms {
  timezone: string;
  now: Instant;
}

export function chosenStart(
  document: unknown,
  choice: StartChoice,
  { timezone, now }: StartTerms,
): ChosenStart {
  if (choice === "now") return { at: null, local: "", fault: null };
  if (choice === "") {
    const at = startIn(document);
    return at === null || at <= now
      ? { at: null, local: "", fault: null }
      : { at, local: localTime(timezone, at), fault: null };
  }
  const at = parseLocalTime(timezone, choice);
  if (at === null) return { at: null, local: choice, fault: "unreadable" };
  return { at, local: choice, fault: at <= now ? "past" : null };
}

/** The document with that start in the place of its own. */
export function startingAt(document: unknown, at: Instant | null): unknown {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return document;
  const { effectiveFrom: _start, ...rest } = document as Record<string, unknown>;
  return at === null ? rest : { ...rest, effectiveFrom: formatInstant(at) };
}

function startIn(document: unknown): Instant | null {
  if (typeof document !== "object" || document === null || !("effectiveFrom" in document)) return null;
  const { effectiveFrom } = document;
  return typeof effectiveFrom === "string" ? parseInstantOrNull(effectiveFrom) : null;
}
