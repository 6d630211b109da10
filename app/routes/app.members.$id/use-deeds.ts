import { useState } from "react";
import type { EntryOf } from "./shown-view.ts";

/** What somebody is about to do, once they have said yes. */
export type Asked =
  | { deed: "adjust" | "grant" | "block" | "unblock" | "merge" | "erase" }
  | { deed: "reinstate" | "undo-adjustment"; entry: EntryOf<"ledger"> }
  | { deed: "take-back"; issue: string };

export interface DeedsState {
  asked: Asked | null;
  isOpen: boolean;
  /** Made anew for each opening: however often a form is sent, what it asks for is done once. */
  key: string;
  ask: (asked: Asked) => void;
  close: () => void;
}

/** Which form stands open: one at a time. What was asked for last stays while its modal fades. */
export function useDeeds(): DeedsState {
  const [state, setState] = useState<{ asked: Asked | null; isOpen: boolean; key: string }>({
    asked: null,
    isOpen: false,
    key: "none",
  });
  return {
    ...state,
    ask: (asked) => setState({ asked, isOpen: true, key: crypto.randomUUID() }),
    close: () => setState((before) => ({ ...before, isOpen: false })),
  };
}
