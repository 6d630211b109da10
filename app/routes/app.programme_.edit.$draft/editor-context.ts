import { createContext, useContext } from "react";
import type { DocumentPath } from "../../loyalty/editing/document.ts";
import type { Fault } from "../../loyalty/programme.ts";
import type { Telling } from "../../texts/document-sentences.ts";
import type { KnownIds } from "../../use-cases/drafts/open-draft.ts";
import type { Editor } from "./use-editor.ts";

/** What every form of the editor works on. */
export interface Editing extends Pick<Editor, "change" | "remove" | "write" | "writeCode" | "faults"> {
  document: unknown;
  /** The text that was typed last; null where none was. */
  code: string | null;
  telling: Telling;
  currency: string;
  timezone: string;
  known: KnownIds;
  /** What products are called, by their numbers. */
  titles: Readonly<Record<string, string>>;
  /** Whoever looks may not change anything, or the code cannot be read just now. */
  isLocked: boolean;
  /** Shows a place of the document in the code. */
  showCode(path: DocumentPath): void;
  faultText(fault: Fault): string;
}

const Context = createContext<Editing | null>(null);

export const EditingProvider = Context.Provider;

export function useEditing(): Editing {
  const editing = useContext(Context);
  if (editing === null) throw new Error("a form of the editor stands outside of it");
  return editing;
}
