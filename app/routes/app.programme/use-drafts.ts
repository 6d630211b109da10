import { useEffect, useState } from "react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { missingPermission } from "../../components/not-allowed.tsx";
import type { Permission } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ActedOnDrafts } from "../../use-cases/drafts/act-on-drafts.ts";
import type { DraftLine } from "../../use-cases/drafts/list-drafts.ts";

export interface Drafts {
  isBusy: boolean;
  /** Goes on with the draft that was saved last, or begins one. */
  edit(): void;
  /** Begins another. */
  start(): void;
  discard(draft: Pick<DraftLine, "id" | "name">): void;
  /** What was thrown away last, to be taken back; null where nothing was. */
  discarded: { id: string; name: string } | null;
  restore(): void;
  /** What the person lacked for the last of these; null where they did not. */
  missing: Permission | null;
}

/** What can be done with drafts from the list of them. */
export function useDrafts(drafts: readonly DraftLine[]): Drafts {
  const fetcher = useFetcher<ActedOnDrafts>();
  const navigate = useNavigate();
  const { t, f } = useWords();
  // One for each draft that is begun, so that a form that is sent twice begins one.
  const [key] = useState(() => crypto.randomUUID());
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome === "started") void navigate(`/app/programme/edit/${answer.id}`);
  }, [answer, navigate]);

  const send = (fields: Record<string, string>) => void fetcher.submit(fields, { method: "post" });
  const start = () => send({ intent: "start", key, name: t.programme.drafts.name(f.date(Date.now())) });
  const discarded = answer?.outcome === "discarded" ? { id: answer.id, name: answer.name } : null;
  return {
    isBusy: fetcher.state !== "idle" || answer?.outcome === "started",
    start,
    edit: () => {
      const [latest] = drafts;
      if (latest === undefined) start();
      else void navigate(`/app/programme/edit/${latest.id}`);
    },
    discard: ({ id, name }) => send({ intent: "discard", id, name }),
    discarded,
    restore: () => send({ intent: "restore", id: discarded?.id ?? "" }),
    missing: missingPermission(answer),
  };
}
