import { useEffect, useState } from "react";
import { useFetcher, useNavigate, useRevalidator } from "@remix-run/react";
import type { ActedOnDraft } from "../../use-cases/drafts/act-on-draft.ts";
import type { OpenDraft } from "../../use-cases/drafts/open-draft.ts";
import { missingPermission } from "../../components/not-allowed.tsx";
import type { Permission } from "../../components/use-may.ts";
import type { Written } from "./use-editor.ts";

export interface DraftSaving {
  isSaving: boolean;
  /** What keeps the last save from having been kept; null where nothing does. */
  trouble: SaveTrouble | null;
  /** Goes on to an address once it is saved. */
  save(andThen?: string): void;
  /** Puts my changes on top of what somebody saved meanwhile. */
  keepMine(): void;
  takeTheirs(): void;
  /** What was mine when theirs was taken; null where nothing was laid aside. */
  laidAside: Written | null;
  backToMine(): void;
  /** Keeps what is typed as a draft of its own. */
  keepApart(): void;
}

export type SaveTrouble =
  | { what: "overtaken"; savedBy: string; savedAt: number }
  | { what: "gone" }
  | { what: "failed" }
  | { what: "not-allowed"; permission: Permission };

interface Callbacks {
  onSaved(sent: Written): void;
  /** Once for every save. */
  onTold(): void;
  onTheirs(mode: "keep" | "take"): void;
  onBack(mine: Written): void;
}

/** Saves, and says what came of it. */
export function useDraftSaving(draft: OpenDraft, written: Written, on: Callbacks): DraftSaving {
  const fetcher = useFetcher<ActedOnDraft>();
  const navigate = useNavigate();
  const [sent, setSent] = useState<{ written: Written; andThen?: string | undefined } | null>(null);
  const [revision, setRevision] = useState(draft.revision);
  const [answered, setAnswered] = useState<unknown>();
  const [laidAside, setLaidAside] = useState<Written | null>(null);
  const { revalidate } = useRevalidator();

  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  if (answer !== undefined && answer !== answered && sent !== null) {
    setAnswered(answer);
    if (answer.outcome === "saved") {
      setRevision(answer.revision);
      on.onSaved(sent.written);
    }
  }
  useEffect(() => {
    if (answered === undefined || answered !== fetcher.data) return;
    if (fetcher.data.outcome === "started") void navigate(`/app/programme/edit/${fetcher.data.id}`);
    if (fetcher.data.outcome === "saved") {
      if (sent?.andThen === undefined) on.onTold();
      else void navigate(sent.andThen);
    }
    if (fetcher.data.outcome === "overtaken") revalidate();
    // Each answer is followed once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answered]);

  function send(intent: "save" | "keep-apart", andThen?: string): void {
    setSent({ written, andThen });
    const { name, document, basedOn, code } = written;
    void fetcher.submit(
      { intent, name, basedOn, revision, document: JSON.stringify(document), code: code ?? "" },
      { method: "post" },
    );
  }

  function settle(mode: "keep" | "take"): void {
    setLaidAside(mode === "take" ? written : null);
    setRevision(draft.revision);
    setSent(null);
    on.onTheirs(mode);
  }

  return {
    isSaving: fetcher.state !== "idle",
    trouble: sent === null || fetcher.state !== "idle" ? null : troubleOf(fetcher.data),
    save: (andThen) => send("save", andThen),
    keepMine: () => settle("keep"),
    takeTheirs: () => settle("take"),
    laidAside,
    backToMine: () => {
      if (laidAside !== null) on.onBack(laidAside);
      setLaidAside(null);
    },
    keepApart: () => send("keep-apart"),
  };
}

function troubleOf(answer: ActedOnDraft | undefined): SaveTrouble | null {
  const permission = missingPermission(answer);
  if (permission !== null) return { what: "not-allowed", permission };
  switch (answer?.outcome) {
    case "overtaken":
      return { what: "overtaken", savedBy: answer.savedBy, savedAt: answer.savedAt };
    case "gone":
      return { what: "gone" };
    case "unreadable":
      return { what: "failed" };
    default:
      return null;
  }
}
