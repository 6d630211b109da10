import type { SaveBar, SaveBarOwner } from "./save-bar.ts";

/** `<ui-save-bar>`: its primary button is Save, its other one Discard. */
export function defineSaveBarElement(saveBar: SaveBar): void {
  class SaveBarElement extends HTMLElement implements SaveBarOwner {
    readonly #observer = new MutationObserver(() => saveBar.changed(this));

    connectedCallback(): void {
      this.#observer.observe(this, { attributes: true, childList: true, subtree: true, characterData: true });
    }

    disconnectedCallback(): void {
      this.#observer.disconnect();
      void saveBar.hide(this);
    }

    get showing(): boolean {
      return saveBar.isShown(this);
    }

    get discardConfirmation(): boolean {
      return this.hasAttribute("discardconfirmation");
    }

    set discardConfirmation(wanted: boolean) {
      this.toggleAttribute("discardconfirmation", wanted);
    }

    async show(): Promise<void> {
      if (this.showing) return;
      await saveBar.show(this);
      this.dispatchEvent(new Event("show"));
    }

    async hide(): Promise<void> {
      await saveBar.hide(this);
    }

    async toggle(): Promise<void> {
      await (this.showing ? this.hide() : this.show());
    }

    wasHidden(): void {
      this.dispatchEvent(new Event("hide"));
    }

    read() {
      const { save, discard } = this.#buttons();
      return {
        saveLabel: save?.textContent.trim() || "Save",
        saveDisabled: isOn(save, "disabled"),
        saveLoading: isOn(save, "loading"),
        discardDisabled: isOn(discard, "disabled"),
        discardConfirmation: this.discardConfirmation,
      };
    }

    save(): void {
      this.#buttons().save?.click();
    }

    discard(): void {
      this.#buttons().discard?.click();
    }

    #buttons() {
      const buttons = [...this.querySelectorAll("button")];
      const isPrimary = (button: HTMLButtonElement) => button.getAttribute("variant") === "primary";
      return { save: buttons.find(isPrimary), discard: buttons.find((button) => !isPrimary(button)) };
    }
  }
  customElements.define("ui-save-bar", SaveBarElement);
}

/** Whether a boolean attribute is set; React writes "true" and "false" for those it does not know. */
function isOn(element: Element | undefined, name: string): boolean {
  return Boolean(element?.hasAttribute(name)) && element?.getAttribute(name) !== "false";
}
