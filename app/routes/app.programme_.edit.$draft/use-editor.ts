import { useEffect, useState } from "react";
import { useFetcher } from "@remix-run/react";
import { valueAt, withValue, type DocumentPath, type DocumentTree } from "../../loyalty/editing/document.ts";
import { isSame, mergeDocuments } from "../../loyalty/editing/merge-documents.ts";
import type { Fault } from "../../loyalty/programme.ts";
import type { ActedOnDraft } from "../../use-cases/drafts/act-on-draft.ts";
import type { Looked, OpenDraft } from "../../use-cases/drafts/open-draft.ts";
import { useDraftSaving, type DraftSaving } from "./use-draft-saving.ts";

const TYPING_PAUSE_MS = 250;

/** What is being written: the document, and what it was based on when it was last saved. */
export interface Written {
  name: string;
  document: DocumentTree;
  basedOn: number;
  /** The text that was typed last, with its comments: forms may have gone on from it. null where none was. */
  code: string | null;
}

interface Removed {
  path: DocumentPath;
  called: string;
  value: unknown;
}

/** Text of the code that cannot be read: the document is as it was before it. */
export interface UnreadCode {
  text: string;
  faults: Fault[];
}

export interface Editor extends Looked, DraftSaving {
  written: Written;
  isDirty: boolean;
  /** null while the code is the document. */
  unread: UnreadCode | null;
  change(path: DocumentPath, value: unknown): void;
  /** Takes a part away as a whole, to be brought back. */
  remove(path: DocumentPath, called: string): void;
  /** What was taken away last; null where nothing was. */
  removed: { called: string } | null;
  bringBack(): void;
  /** Another document as a whole: an entry moved, code typed. */
  write(document: DocumentTree): void;
  /** The same as it was typed. */
  writeCode(document: DocumentTree, code: string): void;
  rename(name: string): void;
  setUnread(code: UnreadCode | null): void;
  /** Back to what is saved. */
  discard(): void;
  /** Brings in what was published since the draft was begun. */
  catchUp(): void;
  conflicts: string[];
}

/** The state of the editor. What was typed stays typed, whatever the server answers. */
export function useEditor(draft: OpenDraft, onSaved: () => void): Editor {
  const [written, setWritten] = useState<Written>(() => writtenOf(draft));
  const [base, setBase] = useState(written);
  const [unread, setUnread] = useState<UnreadCode | null>(null);
  const [conflicts, setConflicts] = useState<string[]>([]);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const isDirty = !isSame(written, base);
  const looked = useLook(written.document, draft);
  const catching = useFetcher<ActedOnDraft>();

  const saving = useDraftSaving(draft, written, {
    onSaved: (sent) => setBase(sent),
    onTold: onSaved,
    onTheirs: (mode) => {
      const theirs = writtenOf(draft);
      setBase(theirs);
      setWritten(mode === "take" ? theirs : onTopOf(theirs, written, base));
    },
    onBack: (mine) => setWritten(mine),
  });

  const [caught, setCaught] = useState<ActedOnDraft>();
  if (catching.state === "idle" && catching.data !== undefined && catching.data !== caught) {
    setCaught(catching.data);
    if (catching.data.outcome === "caught-up") {
      const { document, basedOn, conflicts: both } = catching.data;
      setWritten((before) => ({ ...before, document, basedOn }));
      setConflicts(both);
    }
  }

  const change = (path: DocumentPath, value: unknown) =>
    setWritten((before) => ({ ...before, document: withValue(before.document, path, value) }));

  return {
    ...looked,
    ...saving,
    written,
    isDirty,
    unread,
    conflicts,
    change,
    removed,
    remove: (path, called) => {
      setRemoved({ path, called, value: valueAt(written.document, path) });
      change(path, undefined);
    },
    bringBack: () => {
      if (removed !== null) change(removed.path, removed.value);
      setRemoved(null);
    },
    write: (document) => setWritten((before) => ({ ...before, document })),
    writeCode: (document, code) => setWritten((before) => ({ ...before, document, code })),
    rename: (name) => setWritten((before) => ({ ...before, name })),
    setUnread,
    discard: () => {
      setWritten(base);
      setUnread(null);
      setRemoved(null);
    },
    catchUp: () =>
      void catching.submit(
        { intent: "catch-up", document: JSON.stringify(written.document), basedOn: written.basedOn },
        { method: "post" },
      ),
  };
}

function writtenOf({ name, document, basedOn, written: code }: OpenDraft): Written {
  return { name, document, basedOn, code };
}

/** My changes since the base on what somebody else saved. */
function onTopOf(theirs: Written, mine: Written, base: Written): Written {
  return {
    name: mine.name === base.name ? theirs.name : mine.name,
    document: mergeDocuments(base.document, mine.document, theirs.document).document,
    basedOn: Math.max(theirs.basedOn, mine.basedOn),
    code: mine.code === base.code ? theirs.code : mine.code,
  };
}

/** What is wrong with the document as it is typed; the last word stands until the next one is said. */
function useLook(document: DocumentTree, draft: OpenDraft): Looked {
  const fetcher = useFetcher<ActedOnDraft>();
  const isAsSaved = isSame(document, draft.document);
  useEffect(() => {
    if (isAsSaved) return;
    const pause = setTimeout(
      () => void fetcher.submit({ intent: "look", document: JSON.stringify(document) }, { method: "post" }),
      TYPING_PAUSE_MS,
    );
    return () => clearTimeout(pause);
    // Each document is looked at once; the fetcher is another object with every answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [document, isAsSaved]);
  if (isAsSaved || fetcher.data?.outcome !== "looked") return draft;
  return fetcher.data;
}
