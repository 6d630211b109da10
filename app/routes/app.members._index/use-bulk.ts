import { useEffect, useState } from "react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { missingPermission } from "../../components/not-allowed.tsx";
import type { Permission } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { readPoints } from "../../loyalty/read-points.ts";
import type { ActedOnMembers } from "../../use-cases/members/act-on-members.ts";
import type { BulkPreview } from "../../use-cases/members/bulk-cost.ts";
import type { AskedBulk } from "./members-table.tsx";

export interface BulkFields {
  points: string;
  reason: string;
  reward: string;
}

/** The form, what it would come to, and what became of it: once it is begun, its own page tells. */
export function useBulk({ kind, key }: AskedBulk, address: string, grantable: { id: string }[]) {
  const { t, f } = useWords();
  const words = t.memberList.bulk;
  const navigate = useNavigate();
  const fetcher = useFetcher<ActedOnMembers>();
  const [fields, setFields] = useState<BulkFields>({
    points: "",
    reason: "",
    reward: grantable[0]?.id ?? "",
  });
  const [step, setStep] = useState<"form" | "review">("form");
  const [faults, setFaults] = useState<string[]>([]);
  const [preview, setPreview] = useState<BulkPreview | null>(null);
  const [changedTo, setChangedTo] = useState<number | null>(null);
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const send = (intent: string, confirmed: number) =>
    void fetcher.submit(
      { intent, kind, key, address, ...fields, confirmed: String(confirmed) },
      { method: "post" },
    );

  // Each answer is heard once, whatever else is drawn anew.
  const [heard, setHeard] = useState(answer);
  if (answer !== heard) {
    setHeard(answer);
    if (answer?.outcome === "bulk-preview") setPreview(answer.preview);
    if (answer?.outcome === "bulk-changed") setChangedTo(answer.members);
    if (answer?.outcome === "bulk-beyond-limit") setStep("form");
    if (answer?.outcome === "bulk-refused") {
      setFaults(answer.faults);
      setStep("form");
    }
  }
  useEffect(() => {
    if (answer?.outcome === "bulk-begun") void navigate(`/app/members/bulk/${answer.id}`);
    if (answer?.outcome === "bulk-changed") send("bulk-preview", 0);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answer]);

  const missing: Permission | null = missingPermission(answer);
  return {
    fields,
    step,
    faults,
    preview,
    missing,
    problem:
      problemOf(answer, { words, f }) ??
      (changedTo === null ? null : words.changed(String(changedTo), f.count(changedTo))),
    isSending: fetcher.state !== "idle",
    change(changes: Partial<BulkFields>) {
      setFields((before) => ({ ...before, ...changes }));
      setFaults((before) => before.filter((fault) => !(fault in changes)));
    },
    review() {
      const found = kind === "grant" ? [] : faultsIn(fields);
      setFaults(found);
      if (found.length > 0) return;
      setPreview(null);
      setChangedTo(null);
      setStep("review");
      send("bulk-preview", 0);
    },
    back: () => setStep("form"),
    confirm: () => preview !== null && send("bulk-begin", preview.members),
  };
}

function faultsIn({ points, reason }: BulkFields): string[] {
  const read = readPoints(points);
  return [
    ...(read === null || read === 0n ? ["points"] : []),
    ...(reason.trim() === "" || reason.trim().length > 200 ? ["reason"] : []),
  ];
}

type Words = ReturnType<typeof useWords>;

function problemOf(
  answer: ActedOnMembers | undefined,
  { words, f }: { words: Words["t"]["memberList"]["bulk"]; f: Words["f"] },
): string | null {
  if (answer?.outcome === "bulk-refused" && answer.faults.includes("key")) return words.faults.key;
  if (answer?.outcome !== "bulk-beyond-limit") return null;
  return answer.left === null
    ? words.beyond(f.whole(answer.each ?? "0"))
    : words.beyondDay(f.whole(answer.left));
}
