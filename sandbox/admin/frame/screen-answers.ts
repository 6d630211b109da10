import type { createAddress } from "./address.ts";
import { byId } from "./dom.ts";
import type { createLeaving } from "./leaving.ts";
import type { Answers } from "./line.ts";
import type { createAppNav } from "./nav.ts";
import type { createSaveBar } from "./save-bar.ts";
import type { createTitleBar } from "./title-bar.ts";
import type { createToasts, ToastEnd } from "./toasts.ts";
import type { createWindows } from "./windows.ts";

/** The parts of the frame around the iframe. */
export interface Screen {
  address: ReturnType<typeof createAddress>;
  /** The window of the app's iframe; app windows have others. */
  app: Window;
  current: { saveBarWindow: Window };
  saveBar: ReturnType<typeof createSaveBar>;
  toasts: ReturnType<typeof createToasts>;
  leaving: ReturnType<typeof createLeaving>;
  nav: ReturnType<typeof createAppNav>;
  titleBar: ReturnType<typeof createTitleBar>;
  windows: ReturnType<typeof createWindows>;
  toastEnded: (from: Window, id: string, how: ToastEnd) => void;
}

/** What the app's pages show in the frame. Only the page in the main iframe moves title, navigation and address. */
export function screenAnswers(
  screen: Screen,
): Omit<Answers, "idToken" | "user" | "extensions" | "scopes" | "resourcePicker" | "picker"> {
  const { address, app, current, leaving, nav, saveBar, titleBar, toasts, windows } = screen;
  return {
    hello(_, from) {
      // A new document has neither a save bar nor a modal any more.
      if (from === current.saveBarWindow) saveBar.set(null);
      if (from === app) setDimmed(false);
      return { version: "sandbox" };
    },
    location({ path, pushed }, from) {
      if (from !== app) return;
      leaving.connected();
      nav.setPath(path);
      address.follow(path, pushed);
    },
    titleBar: (state, from) => (from === app ? titleBar(state) : windows.setTitleBar(from, state)),
    navMenu(items, from) {
      if (from === app) nav.setItems(items);
    },
    saveBar(state, from) {
      current.saveBarWindow = from;
      saveBar.set(state);
    },
    leave: () => saveBar.mayLeave(),
    toast: (request, from) => toasts.show(request, (how) => screen.toastEnded(from, request.id, how)),
    toastHide: (id) => toasts.hide(id),
    loading(isLoading) {
      byId("loading").hidden = !isLoading;
    },
    dim: setDimmed,
    openWindow: (request) => windows.show(request),
    closeWindow: (id) => windows.close(id),
    redirect: ({ url, newTab }) => leaving.redirect(url, newTab),
  };
}

/** An inline modal is open inside the iframe: what surrounds it steps back. */
function setDimmed(on: boolean): void {
  document.documentElement.classList.toggle("dimmed", on);
}
