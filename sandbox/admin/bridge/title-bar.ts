import type { TitleAction, TitleBarState } from "../protocol.ts";
import type { Line } from "./line.ts";
import { navigateApp } from "./navigation.ts";

/** The buttons and links of a `ui-title-bar`, in the order their index counts. */
function controls(bar: Element | null): HTMLElement[] {
  return bar ? [...bar.querySelectorAll<HTMLElement>("button, a")] : [];
}

function readAction(control: HTMLElement, index: number): TitleAction {
  const variant = control.getAttribute("variant");
  return {
    index,
    label: control.textContent.trim(),
    role: variant === "primary" || variant === "breadcrumb" ? variant : "secondary",
    group: control.closest("section")?.getAttribute("label") ?? null,
    critical: control.getAttribute("tone") === "critical",
    disabled: control.hasAttribute("disabled"),
    loading: control.hasAttribute("loading") && control.getAttribute("loading") !== "false",
  };
}

export function readTitleBar(bar: Element | null): TitleBarState {
  return { title: bar?.getAttribute("title") ?? "", actions: controls(bar).map(readAction) };
}

/** Does what the merchant pressed in the frame, on the app's own button or link. */
export function pressTitleAction(bar: Element | null, index: number): void {
  const control = controls(bar)[index];
  const href = control instanceof HTMLAnchorElement ? control.getAttribute("href") : null;
  if (href?.startsWith("/")) navigateApp(href);
  else control?.click();
}

/** Keeps the frame's title bar equal to the page's `ui-title-bar`, or else to the document's title. */
export function followTitleBar(line: Line): { changed: () => void } {
  let last = "";
  const pageBar = () =>
    [...document.querySelectorAll("ui-title-bar")].find((bar) => !bar.closest("ui-modal, s-app-window")) ??
    null;

  function changed(): void {
    const state = readTitleBar(pageBar());
    if (!state.title) state.title = document.title;
    const now = JSON.stringify(state);
    if (now === last) return;
    last = now;
    void line.ask("titleBar", state);
  }

  new MutationObserver(changed).observe(document.documentElement, { childList: true, subtree: true });
  line.on("titleAction", ({ index, windowId }) => {
    if (windowId === null) pressTitleAction(pageBar(), index);
  });
  return { changed };
}
