import { createAddress } from "./address.ts";
import { byId } from "./dom.ts";
import { createLeaving } from "./leaving.ts";
import { openLine } from "./line.ts";
import type { Line } from "./line.ts";
import { createAppNav } from "./nav.ts";
import { createSaveBar } from "./save-bar.ts";
import { screenAnswers } from "./screen-answers.ts";
import { askLaunchUrl, serverAnswers } from "./server-answers.ts";
import { createTitleBar } from "./title-bar.ts";
import { createToasts } from "./toasts.ts";
import { createWindows } from "./windows.ts";

/** What the server tells the page about the app it frames. */
export interface StageData {
  appName: string;
  shop: string;
  /** /store/{handle}/apps/{app} */
  base: string;
  /** Where the frame's own JSON answers: /store/{handle}/frame */
  api: string;
  appOrigin: string;
  launchUrl: string;
}

/** Opens the app in the iframe and answers what its pages ask of the admin. */
export function openStage(data: StageData): void {
  const iframe = createIframe(data.appName);
  const app = iframe.contentWindow as Window;
  /** Whose save bar is shown: the app's page, or one in an app window. */
  const current = { saveBarWindow: app };

  const saveBar = createSaveBar((action) => line.tell(current.saveBarWindow, "saveBarAction", { action }));
  const screen = {
    app,
    current,
    saveBar,
    address: createAddress(data.base, saveBar, (href) => line.tell(app, "restore", { href })),
    toasts: createToasts(),
    leaving: createLeaving(data, saveBar, (href) => line.tell(app, "navigate", { href })),
    nav: createAppNav(data.base, (href) => void screen.leaving.goInApp(href)),
    titleBar: createTitleBar(data.appName, (index) => tellTitleAction(app, index, null)),
    windows: createWindows({
      launch: (path) => askLaunchUrl(data.api, path),
      opened: (window) => line.admit(window),
      closed(id, window) {
        line.dismiss(window);
        line.tell(app, "windowClosed", { id });
      },
      press: (index, id, inside) => tellTitleAction(inside ?? app, index, inside ? null : id),
    }),
    toastEnded: (from: Window, id: string, how: "action" | "dismissed" | "expired") =>
      line.tell(from, "toastEnd", { id, how }),
  };
  const tellTitleAction = (window: Window, index: number, windowId: string | null) =>
    line.tell(window, "titleAction", { index, windowId });

  const line: Line = openLine(data.appOrigin, { ...serverAnswers(data.api), ...screenAnswers(screen) });
  line.admit(app);
  byId("dimmer").addEventListener("click", () => line.tell(app, "dismissModal", null));
  iframe.src = data.launchUrl;
}

function createIframe(title: string): HTMLIFrameElement {
  const iframe = document.createElement("iframe");
  const loading = byId("loading");
  iframe.name = "app-iframe";
  iframe.title = title;
  iframe.allow = "clipboard-write";
  loading.hidden = false;
  iframe.addEventListener("load", () => (loading.hidden = true));
  byId("stage").append(iframe);
  return iframe;
}
