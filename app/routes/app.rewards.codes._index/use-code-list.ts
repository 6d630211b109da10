import { useEffect, useRef, useState } from "react";
import { useNavigate } from "@remix-run/react";
import { codeAddress, readCodeQuery, type CodeQuery } from "../../use-cases/rewards-admin/code-query.ts";

const TYPING_PAUSE_MS = 250;

export interface CodeListState {
  /** What is asked for, found already or not. */
  query: CodeQuery;
  /** Typed words wait a moment for more of them. */
  change(changes: Partial<CodeQuery>, options?: { typed?: boolean }): void;
  clear(): void;
  page(side: "after" | "before", place: string): void;
}

/** The list's state lives in its address, so that back, reload and a shared link show the same. */
export function useCodeList(found: CodeQuery): CodeListState {
  const navigate = useNavigate();
  const [query, setQuery] = useState(found);
  const pause = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(pause.current), []);
  const foundText = codeAddress(found).toString();
  const [shown, setShown] = useState(foundText);
  if (foundText !== shown) {
    setShown(foundText);
    if (pause.current === undefined) setQuery(found);
  }
  const go = (next: URLSearchParams, replace: boolean) => {
    clearTimeout(pause.current);
    pause.current = undefined;
    void navigate(`?${next}`, { replace, preventScrollReset: true });
  };
  const change: CodeListState["change"] = (changes, { typed = false } = {}) => {
    const next = { ...query, ...changes };
    setQuery(next);
    clearTimeout(pause.current);
    if (!typed) return go(codeAddress(next), true);
    pause.current = setTimeout(() => go(codeAddress(next), true), TYPING_PAUSE_MS);
  };
  return {
    query,
    change,
    clear: () => change(readCodeQuery(new URLSearchParams())),
    page(side, place) {
      const next = codeAddress(query);
      next.set(side, place);
      go(next, false);
    },
  };
}
