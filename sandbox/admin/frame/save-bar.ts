import type { SaveBarState } from "../protocol.ts";
import { byId, confirmation } from "./dom.ts";

/** The contextual save bar in the top bar, and the guard against leaving while it is shown. */
export function createSaveBar(press: (action: "save" | "discard") => void) {
  const bar = byId("save-bar");
  const save = byId<HTMLButtonElement>("save-bar-save");
  const discard = byId<HTMLButtonElement>("save-bar-discard");
  let state: SaveBarState | null = null;

  const guard = (event: BeforeUnloadEvent) => event.preventDefault();

  function set(next: SaveBarState | null): void {
    state = next;
    bar.hidden = next === null;
    document.documentElement.classList.toggle("unsaved", next !== null);
    if (!next) {
      removeEventListener("beforeunload", guard);
      return;
    }
    addEventListener("beforeunload", guard);
    save.textContent = next.saveLoading ? "Saving…" : next.saveLabel;
    save.disabled = next.saveDisabled || next.saveLoading;
    discard.disabled = next.discardDisabled || next.saveLoading;
  }

  async function mayLeave(): Promise<boolean> {
    if (state === null) return true;
    const leave = await confirmation(
      "Leave page with unsaved changes?",
      "Leaving this page will delete all unsaved changes.",
      "Leave page",
      "Stay",
    );
    if (leave) set(null);
    return leave;
  }

  save.addEventListener("click", () => press("save"));
  const askAndDiscard = async () => {
    const sure =
      !state?.discardConfirmation ||
      (await confirmation(
        "Discard all unsaved changes?",
        "If you discard changes, you'll delete any edits you made since you last saved.",
        "Discard changes",
        "Continue editing",
      ));
    if (sure) press("discard");
  };
  discard.addEventListener("click", () => void askAndDiscard());

  return { set, mayLeave };
}
