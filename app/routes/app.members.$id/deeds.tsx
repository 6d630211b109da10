import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import { AdjustModal } from "./adjust-modal.tsx";
import { BlockModal } from "./block-modal.tsx";
import { EraseModal } from "./erase-modal.tsx";
import { GrantModal } from "./grant-modal.tsx";
import { MergeModal } from "./merge-modal.tsx";
import { ReinstateModal } from "./reinstate-modal.tsx";
import type { ShownView } from "./shown-view.ts";
import { TakeBackModal } from "./take-back-modal.tsx";
import { UndoAdjustmentModal } from "./undo-adjustment-modal.tsx";
import type { DeedsState } from "./use-deeds.ts";

/** The form of what is asked for; each opening begins anew. */
export function Deeds({ view, deeds }: { view: ShownView; deeds: DeedsState }) {
  const { t } = useWords();
  const { asked, isOpen, key, close } = deeds;
  const frame = { open: isOpen, formKey: key, onClose: close };
  const name = memberName(view.member, t);
  switch (asked?.deed) {
    case undefined:
      return null;
    case "adjust":
      return <AdjustModal key={key} {...frame} name={name} view={view} />;
    case "grant":
      return <GrantModal key={key} {...frame} name={name} rewards={view.grantable} />;
    case "reinstate":
      return <ReinstateModal key={key} {...frame} entry={asked.entry} />;
    case "undo-adjustment":
      return <UndoAdjustmentModal key={key} {...frame} name={name} view={view} entry={asked.entry} />;
    case "take-back":
      return <TakeBackModal key={key} {...frame} issue={asked.issue} />;
    case "block":
    case "unblock":
      return <BlockModal key={key} {...frame} name={name} change={asked.deed} />;
    case "merge":
      return <MergeModal key={key} {...frame} view={view} />;
    case "erase":
      return <EraseModal key={key} {...frame} name={name} word={view.member.wordToErase} />;
  }
}
