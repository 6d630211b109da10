import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "@remix-run/react";

const TYPING_PAUSE_MS = 250;

export interface ListAddress {
  /** What stands in the search field, found already or not. */
  typed: string;
  type(text: string): void;
  search(text: string): void;
  sort(sort: string): void;
  page(side: "after" | "before", place: string): void;
}

/** The list's state lives in its address, so that back, reload and a shared link show the same. */
export function useListAddress(searched: string): ListAddress {
  const [, setAddress] = useSearchParams();
  const [typed, setTyped] = useState(searched);
  const pause = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(pause.current), []);

  function search(text: string): void {
    clearTimeout(pause.current);
    setTyped(text);
    setAddress((address) => changed(address, { query: text.trim() }), {
      replace: true,
      preventScrollReset: true,
    });
  }

  return {
    typed,
    search,
    type(text) {
      setTyped(text);
      clearTimeout(pause.current);
      pause.current = setTimeout(() => search(text), TYPING_PAUSE_MS);
    },
    sort: (sort) => setAddress((address) => changed(address, { sort }), { replace: true }),
    page: (side, place) => setAddress((address) => changed(address, { [side]: place })),
  };
}

/** Any change but paging itself begins at the first page again. */
function changed(address: URLSearchParams, changes: Record<string, string>): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete("after");
  next.delete("before");
  for (const [key, value] of Object.entries(changes)) {
    if (value === "") next.delete(key);
    else next.set(key, value);
  }
  return next;
}
