import { useEffect, useState } from "react";
import { useFetcher, useNavigate, useRevalidator } from "@remix-run/react";
import { missingPermission } from "../../components/not-allowed.tsx";
import type { Permission } from "../../components/use-may.ts";
import type { ActedOnImport } from "../../use-cases/moving-in/act-on-import.ts";
import type { ImportView } from "../../use-cases/moving-in/show-import.ts";

export type Settings = NonNullable<ImportView["settings"]>;

const LOOK_AGAIN_MS = 1_000;
const UNDER_WAY: readonly ImportView["state"][] = ["reading", "checking", "applying", "undoing"];

export interface ImportForm {
  settings: Settings | null;
  change(changes: Partial<Settings>): void;
  /** Something was changed since the rows were looked at. */
  isDirty: boolean;
  isSending: boolean;
  isUnderWay: boolean;
  answer: ActedOnImport | undefined;
  /** What the person was refused for; null where they were not. */
  missing: Permission | null;
  send(intent: "check" | "tune" | "apply" | "discard" | "undo", settings?: Settings): void;
}

/** The import as it stands, looked at again while something goes on, and what the merchant says of it. */
export function useImport(view: ImportView): ImportForm {
  const fetcher = useFetcher<ActedOnImport>();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [settings, setSettings] = useState(view.settings);
  const [base, setBase] = useState(view.settings);
  const isUnderWay = UNDER_WAY.includes(view.state);
  const told = fetcher.state === "idle" ? fetcher.data : undefined;
  const missing = missingPermission(told);
  const answer = missing === null ? told : undefined;

  // The file was still being read, or its tiers were not known, when the page was opened.
  const [seen, setSeen] = useState(view.state);
  if (view.state !== seen) {
    setSeen(view.state);
    setSettings(view.settings);
    setBase(view.settings);
  }

  useEffect(() => {
    if (!isUnderWay) return;
    const pause = setInterval(() => void revalidate(), LOOK_AGAIN_MS);
    return () => clearInterval(pause);
  }, [isUnderWay, revalidate]);

  useEffect(() => {
    if (answer?.outcome === "discarded") void navigate("/app/move");
  }, [answer, navigate]);

  return {
    settings,
    change: (changes) => setSettings((before) => (before === null ? null : { ...before, ...changes })),
    isDirty: JSON.stringify(settings) !== JSON.stringify(base),
    isSending: fetcher.state !== "idle",
    isUnderWay,
    answer,
    missing,
    send(intent, sent = settings ?? undefined) {
      if (intent === "check" || intent === "tune") setBase(sent ?? null);
      void fetcher.submit({ intent, settings: JSON.stringify(sent ?? null) }, { method: "post" });
    },
  };
}
