import { tell } from "../line.ts";
import { HostElement, setOrRemove, withEvents } from "./host-element.ts";

/**
 * A dialog over the whole page. A frame cannot draw outside of itself: while a dialog is open, the page lays the frame
 * over everything, and the frame keeps its content where it was.
 */
export class Modal extends HostElement {
  static override observedAttributes = ["heading", "accessibilitylabel", "size", "padding"];

  protected override build(): void {
    this.shadow(`
      <dialog>
        <header class="modal-header"><h2 id="title"></h2><button type="button" class="dismiss" aria-label="Close">×</button></header>
        <div class="modal-content"><slot></slot></div>
        <footer class="modal-footer"><slot name="secondary-actions"></slot><slot name="primary-action"></slot></footer>
      </dialog>`);
    this.inner("button").addEventListener("click", () => this.hideOverlay());
    const dialog = this.inner<HTMLDialogElement>("dialog");
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) this.hideOverlay();
    });
    dialog.addEventListener("close", () => {
      setOverlay(false);
      this.send("hide");
      this.send("afterhide");
    });
  }

  protected override update(): void {
    const heading = this.text("heading");
    this.inner("h2").textContent = heading;
    const dialog = this.inner("dialog");
    setOrRemove(dialog, "aria-label", this.text("accessibilityLabel"));
    setOrRemove(dialog, "aria-labelledby", this.text("accessibilityLabel") === "" ? "title" : null);
    dialog.setAttribute("data-size", this.text("size") || "base");
  }

  obey(command: string): void {
    const { open } = this.inner<HTMLDialogElement>("dialog");
    if (command === "--show" || (!open && command !== "--hide")) this.showOverlay();
    else this.hideOverlay();
  }

  showOverlay(): void {
    const dialog = this.inner<HTMLDialogElement>("dialog");
    if (dialog.open) return;
    setOverlay(true);
    dialog.showModal();
    this.send("show");
    this.send("aftershow");
  }

  hideOverlay(): void {
    this.inner<HTMLDialogElement>("dialog").close();
  }

  disconnectedCallback(): void {
    if (this.inner<HTMLDialogElement>("dialog").open) setOverlay(false);
  }
}

export class Sheet extends Modal {}

function setOverlay(open: boolean): void {
  if (open) document.documentElement.dataset.overlay = "";
  else delete document.documentElement.dataset.overlay;
  tell({ tell: "overlay", open });
}

/** A line that opens to show more. */
export class Details extends HostElement {
  static override observedAttributes = ["open", "defaultopen"];

  protected override build(): void {
    this.shadow(`<details><summary><slot name="summary"></slot></summary><slot></slot></details>`);
    const details = this.inner<HTMLDetailsElement>("details");
    details.open = this.flag("defaultOpen");
    for (const child of this.children) if (child.localName === "s-summary") child.slot = "summary";
    new MutationObserver(() => {
      for (const child of this.children) if (child.localName === "s-summary") child.slot = "summary";
    }).observe(this, { childList: true });
    details.addEventListener("toggle", () => {
      this.send("toggle");
      this.send("aftertoggle");
    });
  }

  protected override update(): void {
    if (this.hasAttribute("open")) this.inner<HTMLDetailsElement>("details").open = this.flag("open");
  }
}

export class Summary extends HostElement {
  protected override update(): void {}
}

withEvents(Modal, "hide", "show", "afterhide", "aftershow");
withEvents(Details, "toggle", "aftertoggle");
