import type { SaveBarState } from "../protocol.ts";
import type { Line } from "./line.ts";

/** Who stands behind the save bar: a `ui-save-bar` element or a form with `data-save-bar`. */
export interface SaveBarOwner {
  read(): SaveBarState;
  save(): void;
  discard(): void;
  /** Called when another owner takes the bar or it is hidden. */
  wasHidden(): void;
}

/** The one contextual save bar of the admin: at most one owner shows it at a time. */
export interface SaveBar {
  show(owner: SaveBarOwner): Promise<void>;
  hide(owner: SaveBarOwner): Promise<void>;
  /** The owner's buttons changed (loading, disabled). */
  changed(owner: SaveBarOwner): void;
  isShown(owner: SaveBarOwner): boolean;
}

export function createSaveBar(line: Line): SaveBar {
  let owner: SaveBarOwner | null = null;
  line.on("saveBarAction", ({ action }) => (action === "save" ? owner?.save() : owner?.discard()));
  return {
    async show(next) {
      if (owner && owner !== next) owner.wasHidden();
      owner = next;
      await line.ask("saveBar", next.read());
    },
    async hide(previous) {
      if (owner !== previous) return;
      owner = null;
      previous.wasHidden();
      await line.ask("saveBar", null);
    },
    changed(changedOwner) {
      if (owner === changedOwner) void line.ask("saveBar", changedOwner.read());
    },
    isShown: (candidate) => owner === candidate,
  };
}
