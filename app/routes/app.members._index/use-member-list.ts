import { useEffect, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "@remix-run/react";
import { memberAddress, readMemberQuery, type MemberQuery } from "../../use-cases/members/member-query.ts";

const TYPING_PAUSE_MS = 250;

export interface MemberListState {
  /** What is asked for, found already or not. */
  query: MemberQuery;
  /** The view that the list began as; null for everybody. */
  view: string | null;
  /** Changes what is asked for; typed words wait a moment for more of them. */
  change(changes: Partial<MemberQuery>, options?: { typed?: boolean }): void;
  clear(): void;
  open(view: { id: string; address: string } | null): void;
  page(side: "after" | "before", place: string): void;
}

/** The list's state lives in its address, so that back, reload and a shared link show the same. */
export function useMemberList(found: MemberQuery): MemberListState {
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const [query, setQuery] = useState(found);
  const pause = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(pause.current), []);

  // Another address was opened: what it says stands, unless somebody is typing.
  const foundText = memberAddress(found).toString();
  const [shown, setShown] = useState(foundText);
  if (foundText !== shown) {
    setShown(foundText);
    if (pause.current === undefined) setQuery(found);
  }

  const view = address.get("view");
  const go = (next: URLSearchParams, of: string | null, replace: boolean) => {
    clearTimeout(pause.current);
    pause.current = undefined;
    if (of !== null) next.set("view", of);
    void navigate(`?${next}`, { replace, preventScrollReset: true });
  };
  return {
    query,
    view,
    change(changes, { typed = false } = {}) {
      const next = { ...query, ...changes };
      setQuery(next);
      clearTimeout(pause.current);
      if (!typed) return go(memberAddress(next), view, true);
      pause.current = setTimeout(() => go(memberAddress(next), view, true), TYPING_PAUSE_MS);
    },
    clear() {
      const next = readMemberQuery(new URLSearchParams());
      setQuery(next);
      go(memberAddress(next), null, true);
    },
    open(opened) {
      const next = new URLSearchParams(opened?.address ?? "");
      setQuery(readMemberQuery(next));
      go(next, opened?.id ?? null, false);
    },
    page(side, place) {
      const next = memberAddress(query);
      next.set(side, place);
      go(next, view, false);
    },
  };
}
