import type { Frame } from "../frame.ts";
import { button, make } from "./dom.ts";
import type { Till } from "./till.ts";

/** Which modal belongs to a tile or a block. */
function modalOf(target: string): string {
  if (target === "pos.home.tile.render") return "pos.home.modal.render";
  return target.replace(/\.(block|action\.menu-item)\.render$/, ".action.render");
}

/** `action.presentModal()`: the extension's modal over the whole till, until it is closed. */
export function modals(till: Till): void {
  let shown: { frame: Frame; dialog: HTMLDialogElement } | null = null;
  till.dismiss = () => shown?.dialog.close();
  till.present = (from) => {
    const target = modalOf(from.placed.target);
    const placed = till.placesAt(target).find(({ handle }) => handle === from.placed.handle);
    if (!placed) throw new Error(`${from.placed.handle} has nothing at ${target}.`);
    till.change({ scan: null });
    const frame = till.frame(placed, till.subjectOf(from));
    const dialog = make(
      "dialog",
      { class: "till-modal", "aria-label": placed.name },
      make(
        "header",
        {},
        button("Close", "quiet", () => till.dismiss()),
      ),
      frame.box,
    ) as HTMLDialogElement;
    dialog.addEventListener("close", () => {
      till.close(frame);
      dialog.remove();
      shown = null;
    });
    // Not as a modal dialog: the scanner, which is part of the till's frame, stays within reach.
    document.body.append(dialog);
    dialog.show();
    shown = { frame, dialog };
  };
}
