import type { SaveBar, SaveBarOwner } from "./save-bar.ts";

/**
 * Forms with `data-save-bar` show the save bar as soon as a field differs from what it was when the
 * merchant first touched the form; Save submits the form, Discard resets it.
 */
export function watchSaveBarForms(saveBar: SaveBar): void {
  const before = new WeakMap<HTMLFormElement, string>();
  const owners = new WeakMap<HTMLFormElement, SaveBarOwner>();

  function ownerOf(form: HTMLFormElement): SaveBarOwner {
    const known = owners.get(form);
    if (known) return known;
    const owner: SaveBarOwner = {
      read: () => ({
        saveLabel: "Save",
        saveDisabled: false,
        saveLoading: false,
        discardDisabled: false,
        discardConfirmation: form.hasAttribute("data-discard-confirmation"),
      }),
      save: () => form.requestSubmit(),
      discard: () => form.reset(),
      wasHidden: () => undefined,
    };
    owners.set(form, owner);
    return owner;
  }

  const onForm = (event: Event, then: (form: HTMLFormElement) => void) => {
    const form =
      event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-save-bar]") : null;
    if (form) then(form);
  };
  const remember = (event: Event) =>
    onForm(event, (form) => {
      if (!before.has(form)) before.set(form, contents(form));
    });
  const compare = (event: Event) =>
    onForm(event, (form) => {
      const owner = ownerOf(form);
      void (before.get(form) === contents(form) ? saveBar.hide(owner) : saveBar.show(owner));
    });
  const settle = (event: Event) =>
    onForm(event, (form) => {
      before.delete(form);
      void saveBar.hide(ownerOf(form));
    });

  // Before the field changes: by pointer, by keyboard, or by a script that focuses it.
  document.addEventListener("pointerdown", remember, true);
  document.addEventListener("focusin", remember, true);
  document.addEventListener("input", compare);
  document.addEventListener("change", compare);
  document.addEventListener("submit", settle);
  document.addEventListener("reset", settle);
}

function contents(form: HTMLFormElement): string {
  return JSON.stringify(
    [...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]),
  );
}
