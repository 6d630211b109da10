import type { Line } from "./line.ts";
import { defineModalElements } from "./modal-element.ts";
import { followNavMenu } from "./nav-menu.ts";
import { createSaveBar } from "./save-bar.ts";
import { defineSaveBarElement } from "./save-bar-element.ts";
import { watchSaveBarForms } from "./save-bar-forms.ts";
import { followTitleBar } from "./title-bar.ts";

/** Registers App Bridge's elements. They are drawn by the frame, not where they stand. */
export function defineElements(line: Line) {
  // A style sheet outside the document: React, which hydrates the whole of it, must not find more than it rendered.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("ui-title-bar, ui-nav-menu, ui-save-bar, s-app-nav { display: none !important; }");
  document.adoptedStyleSheets.push(sheet);

  const titleBar = followTitleBar(line);
  const navMenu = followNavMenu(line);
  const saveBar = createSaveBar(line);
  defineSaveBarElement(saveBar);
  watchSaveBarForms(saveBar);
  const modals = defineModalElements(line);
  defineWatched("ui-title-bar", titleBar.changed);
  defineWatched("ui-nav-menu", navMenu.changed);
  defineWatched("s-app-nav", navMenu.changed);
  return { modals };
}

/** An element that only holds what the frame draws, and says when that changes. */
function defineWatched(name: string, changed: () => void): void {
  class WatchedElement extends HTMLElement {
    readonly #observer = new MutationObserver(changed);

    connectedCallback(): void {
      this.#observer.observe(this, { attributes: true, childList: true, subtree: true, characterData: true });
      // While the document is parsed, the children follow after this call.
      queueMicrotask(changed);
    }

    disconnectedCallback(): void {
      this.#observer.disconnect();
      queueMicrotask(changed);
    }
  }
  customElements.define(name, WatchedElement);
}
