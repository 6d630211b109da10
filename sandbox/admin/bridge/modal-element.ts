import type { ModalSize } from "../protocol.ts";
import type { Line } from "./line.ts";
import { pressTitleAction, readTitleBar } from "./title-bar.ts";

const SIZES: readonly string[] = ["small", "base", "large", "max"];

/**
 * `<ui-modal>` and `<s-app-window>`. Content that stands in the element is shown in a dialog over the
 * app's page, where the app's own styles hold, while the frame dims what surrounds it. Content with a
 * `src` is a page of its own, so the frame opens it in a dialog with a second iframe.
 */
export function defineModalElements(line: Line): { find: (id: string) => ModalElement | null } {
  let opened = 0;

  class UiModal extends HTMLElement implements ModalElement {
    readonly #dialog: HTMLDialogElement;
    readonly #observer = new MutationObserver(() => this.#drawBars());
    #windowId: string | null = null;
    #drawn = "";

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.innerHTML = DIALOG;
      this.#dialog = root.querySelector("dialog") as HTMLDialogElement;
      this.#dialog.addEventListener("close", () => this.#closed());
      this.#dialog.addEventListener("click", (event) => {
        const pressed = event.target as HTMLElement;
        if (pressed === this.#dialog || pressed.closest(".close")) this.#dialog.close();
        const action = pressed.closest<HTMLElement>("[data-index]");
        if (action) pressTitleAction(this.#bar(), Number(action.dataset.index));
      });
      line.on("dismissModal", () => this.#dialog.close());
      line.on("windowClosed", ({ id }) => {
        if (id === this.#windowId) this.#closed();
      });
      line.on("titleAction", ({ index, windowId }) => {
        if (windowId !== null && windowId === this.#windowId) pressTitleAction(this.#bar(), index);
      });
    }

    connectedCallback(): void {
      this.#observer.observe(this, { attributes: true, childList: true, subtree: true, characterData: true });
    }

    disconnectedCallback(): void {
      this.#observer.disconnect();
      void this.hide();
    }

    get variant(): ModalSize {
      const given = this.getAttribute("variant") ?? (this.localName === "s-app-window" ? "max" : "base");
      return SIZES.includes(given) ? (given as ModalSize) : "base";
    }

    set variant(size: ModalSize) {
      this.setAttribute("variant", size);
    }

    get src(): string | undefined {
      return this.getAttribute("src") ?? undefined;
    }

    set src(src: string | undefined) {
      if (src === undefined) this.removeAttribute("src");
      else this.setAttribute("src", src);
    }

    /** The first child that is content rather than a bar: React renders the modal's content into it. */
    get content(): HTMLElement | undefined {
      return [...this.children].find((child): child is HTMLElement => !isBar(child));
    }

    set content(element: HTMLElement | undefined) {
      this.content?.remove();
      if (element) this.append(element);
    }

    get contentWindow(): Window | null {
      if (this.#windowId === null) return null;
      return (parent as unknown as Record<string, Window | undefined>)[this.#windowId] ?? null;
    }

    get #isOpen(): boolean {
      return this.#dialog.open || this.#windowId !== null;
    }

    async show(): Promise<void> {
      if (this.#isOpen) return;
      if (this.src === undefined) {
        this.#dialog.dataset.size = this.variant;
        this.#drawBars();
        this.#dialog.showModal();
        await line.ask("dim", true);
      } else {
        this.#windowId = `app-window-${++opened}`;
        await line.ask("openWindow", this.#window(this.#windowId, this.src));
      }
      this.dispatchEvent(new Event("show"));
    }

    async hide(): Promise<void> {
      if (this.#dialog.open) this.#dialog.close();
      if (this.#windowId !== null) await line.ask("closeWindow", this.#windowId);
    }

    async toggle(): Promise<void> {
      await (this.#isOpen ? this.hide() : this.show());
    }

    #window(id: string, src: string) {
      return {
        id,
        src: new URL(src, location.href).href,
        size: this.variant,
        titleBar: readTitleBar(this.#bar()),
      };
    }

    #bar(): Element | null {
      return this.querySelector("ui-title-bar");
    }

    #closed(): void {
      if (this.#windowId === null) void line.ask("dim", false);
      this.#windowId = null;
      this.dispatchEvent(new Event("hide"));
    }

    #drawBars(): void {
      if (this.#windowId !== null && this.src !== undefined) {
        void line.ask("openWindow", this.#window(this.#windowId, this.src));
        return;
      }
      const bar = readTitleBar(this.#bar());
      // A field that loses the focus to a button redraws itself: the button must still be there when it is let go.
      const now = JSON.stringify(bar);
      if (now === this.#drawn) return;
      this.#drawn = now;
      const { title, actions } = bar;
      const heading = this.#dialog.querySelector("h2") as HTMLElement;
      heading.textContent = title;
      const footer = this.#dialog.querySelector("footer") as HTMLElement;
      footer.hidden = actions.length === 0;
      const byPrimaryLast = actions.toSorted(
        (a, b) => Number(a.role === "primary") - Number(b.role === "primary"),
      );
      footer.replaceChildren(
        ...byPrimaryLast.map((action) => {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = action.label;
          button.dataset.index = String(action.index);
          button.dataset.look = action.critical ? "critical" : action.role;
          button.disabled = action.disabled || action.loading;
          return button;
        }),
      );
    }
  }

  customElements.define("ui-modal", UiModal);
  customElements.define("s-app-window", class extends UiModal {});
  return {
    find(id) {
      const element = document.getElementById(id);
      return element instanceof UiModal ? element : null;
    },
  };
}

export interface ModalElement extends HTMLElement {
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
}

function isBar(element: Element): boolean {
  return element.localName === "ui-title-bar" || element.localName === "ui-save-bar";
}

const DIALOG = `
<style>
  dialog { border: 0; padding: 0; border-radius: 16px; width: min(620px, calc(100vw - 32px)); max-height: calc(100dvh - 48px);
    color: #303030; background: #fff; box-shadow: 0 24px 48px -12px rgb(26 26 26 / 40%); font: 13px/20px Inter, -apple-system, "Segoe UI", Roboto, sans-serif; }
  dialog[open] { display: flex; flex-direction: column; }
  dialog[data-size="small"] { width: min(380px, calc(100vw - 32px)); }
  dialog[data-size="large"] { width: min(980px, calc(100vw - 32px)); }
  dialog[data-size="max"] { width: calc(100vw - 24px); max-width: none; height: calc(100dvh - 24px); max-height: none; }
  dialog::backdrop { background: rgb(0 0 0 / 50%); }
  header, footer { display: flex; align-items: center; gap: 8px; padding: 12px 16px; flex: none; }
  header { background: #f3f3f3; border-bottom: 1px solid #e3e3e3; }
  footer { justify-content: flex-end; border-top: 1px solid #e3e3e3; }
  footer[hidden] { display: none; }
  h2 { flex: 1; margin: 0; font-size: 14px; font-weight: 650; }
  .body { overflow: auto; flex: 1; }
  ::slotted(ui-title-bar), ::slotted(ui-save-bar) { display: none !important; }
  button { font: inherit; font-weight: 550; border: 0; border-radius: 8px; padding: 6px 12px; min-height: 32px; cursor: pointer;
    color: #303030; background: #fff; box-shadow: inset 0 0 0 1px #c9c9c9; }
  button:hover { background: #f7f7f7; }
  button:focus-visible { outline: 2px solid #005bd3; outline-offset: 1px; }
  button:disabled { color: #8a8a8a; background: #f2f2f2; cursor: default; }
  button[data-look="primary"]:not(:disabled) { color: #fff; background: #303030; box-shadow: none; }
  button[data-look="critical"]:not(:disabled) { color: #fff; background: #c70a24; box-shadow: none; }
  .close { box-shadow: none; background: none; padding: 6px; line-height: 1; }
  @media (pointer: coarse) { button { min-height: 44px; } .close { min-width: 44px; } }
</style>
<dialog aria-labelledby="heading">
  <header><h2 id="heading"></h2><button type="button" class="close" aria-label="Close"><svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true"><path d="m4 4 8 8m0-8-8 8"/></svg></button></header>
  <div class="body"><slot></slot></div>
  <footer hidden></footer>
</dialog>`;
