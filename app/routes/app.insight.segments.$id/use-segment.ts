import { useState } from "react";
import { useFetcher, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useSavedForm, type SavedForm } from "../../components/use-saved-form.ts";
import { useWords } from "../../components/use-words.ts";
import { GROUPS, type Definition } from "../../use-cases/segments/conditions.ts";
import type { SegmentView } from "../../use-cases/segments/show-segment.ts";

export type Deed = "delete" | "restore" | "sync-start" | "sync-stop" | "sync-undo";

export interface SegmentState {
  form: SavedForm<{ name: string; definition: string }> & { isFaulty(field: string): boolean };
  definition: Definition;
  /** Changes where fields are to be drawn anew with what is saved. */
  drawn: number;
  change(definition: Definition): void;
  discard(): void;
  act(deed: Deed): void;
  isActing: boolean;
}

/** What is written of a segment, and what is done with it. */
export function useSegment(view: SegmentView): SegmentState {
  const { t } = useWords();
  const shopify = useAppBridge();
  const begun = useBegun();
  const isNew = view.revision === 0;
  const saved = {
    values: { name: view.name, definition: JSON.stringify(view.definition) },
    revision: view.revision,
    extra: { id: view.id },
  };
  const form = useSavedForm(saved, () => shopify.toast.show(t.segments.page.saved));
  const [started, setStarted] = useState(false);
  if (isNew && !started) {
    setStarted(true);
    if (begun !== null) form.change({ definition: JSON.stringify(begun) });
  }
  const [drawn, setDrawn] = useState(0);
  const fetcher = useFetcher();
  return {
    form,
    definition: JSON.parse(form.values.definition) as Definition,
    drawn,
    change: (definition) => form.change({ definition: JSON.stringify(definition) }),
    discard() {
      form.discard();
      setDrawn((before) => before + 1);
    },
    act: (deed) => void fetcher.submit({ deed }, { method: "post" }),
    isActing: fetcher.state !== "idle",
  };
}

/** What the page was opened with: a group or a type of customers. */
function useBegun(): Definition | null {
  const [address] = useSearchParams();
  const group = GROUPS.find((one) => one === address.get("group"));
  if (group !== undefined) return { all: [{ fact: "group", among: [group] }] };
  const cluster = Number(address.get("cluster") ?? 0);
  return Number.isInteger(cluster) && cluster > 0 ? { all: [{ fact: "cluster", among: [cluster] }] } : null;
}
