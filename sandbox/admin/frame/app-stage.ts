import { toSandboxAddress } from "../addresses.ts";
import type { ScopesState, StaffProfile, TitleBarState } from "../protocol.ts";
import { byId } from "./dom.ts";
import { openLine } from "./line.ts";
import type { Line } from "./line.ts";
import { createAppNav } from "./nav.ts";
import { fetchJson, pickResources, pickRows } from "./resource-picker.ts";
import { createSaveBar } from "./save-bar.ts";
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
  const { appName, api, base, appOrigin, shop } = data;
  const iframe = document.createElement("iframe");
  iframe.name = "app-iframe";
  iframe.title = appName;
  iframe.allow = "clipboard-write";
  byId("stage").append(iframe);
  const app = iframe.contentWindow as Window;
  /** Whose save bar is shown: the app's page, or one in an app window. */
  let saveBarWindow = app;
  let connected = false;

  const toasts = createToasts();
  const saveBar = createSaveBar((action) => line.tell(saveBarWindow, "saveBarAction", { action }));
  const drawTitleBar = createTitleBar(appName, (index) => line.tell(app, "titleAction", { index, windowId: null }));
  const nav = createAppNav({ base, go: (href) => void goInApp(href) });
  const windows = createWindows({
    launch: async (path) => (await fetchJson<{ url: string }>(`${api}/launch?${new URLSearchParams({ path })}`)).url,
    opened: (window) => line.admit(window),
    closed(id, window) {
      line.dismiss(window);
      line.tell(app, "windowClosed", { id });
    },
    press: (index, windowId, inside) =>
      inside ? line.tell(inside, "titleAction", { index, windowId: null }) : line.tell(app, "titleAction", { index, windowId }),
  });

  async function goInApp(href: string): Promise<void> {
    if (!(await saveBar.mayLeave())) return;
    if (connected) line.tell(app, "navigate", { href });
    else location.assign(base + href);
  }

  async function redirect(url: string, newTab: boolean): Promise<void> {
    const address = toSandboxAddress(url, { sandboxOrigin: location.origin, shop }) ?? url;
    if (!/^https?:/.test(address)) throw new Error(`The admin does not lead to ${url}.`);
    if (newTab) window.open(address, "_blank", "noopener");
    else if (await saveBar.mayLeave()) location.assign(address);
  }

  const line: Line = openLine(appOrigin, {
    hello(_, from) {
      // A new document has neither a save bar nor a modal any more.
      if (from === saveBarWindow) saveBar.set(null);
      if (from === app) document.documentElement.classList.remove("dimmed");
      return { version: "sandbox" };
    },
    idToken: async () => (await fetchJson<{ idToken: string }>(`${api}/id-token`, { method: "POST" })).idToken,
    user: () => fetchJson<StaffProfile>(`${api}/user`),
    extensions: () => fetchJson<unknown[]>(`${api}/extensions`),
    scopes: () => fetchJson<ScopesState>(`${api}/scopes`),
    location({ path }, from) {
      if (from !== app) return null;
      connected = true;
      nav.setPath(path);
      history.replaceState(null, "", base + path);
      return null;
    },
    titleBar(state: TitleBarState, from) {
      if (from === app) drawTitleBar(state);
      else windows.setTitleBar(from, state);
      return null;
    },
    navMenu(items, from) {
      if (from === app) nav.setItems(items);
      return null;
    },
    saveBar(state, from) {
      saveBarWindow = from;
      saveBar.set(state);
      return null;
    },
    leave: () => saveBar.mayLeave(),
    toast(request, from) {
      toasts.show(request, (how) => line.tell(from, "toastEnd", { id: request.id, how }));
      return null;
    },
    toastHide(id) {
      toasts.hide(id);
      return null;
    },
    loading(isLoading) {
      setLoading(isLoading);
      return null;
    },
    dim(on) {
      document.documentElement.classList.toggle("dimmed", on);
      return null;
    },
    async openWindow(request) {
      await windows.show(request);
      return null;
    },
    closeWindow(id) {
      windows.close(id);
      return null;
    },
    resourcePicker: (request) => pickResources(request, api),
    picker: pickRows,
    async redirect({ url, newTab }) {
      await redirect(url, newTab);
      return null;
    },
  });

  byId("dimmer").addEventListener("click", () => line.tell(app, "dismissModal", null));
  guardLinks(saveBar.mayLeave);
  line.admit(app);
  setLoading(true);
  iframe.addEventListener("load", () => setLoading(false));
  iframe.src = data.launchUrl;
}

function setLoading(on: boolean): void {
  byId("loading").hidden = !on;
}

/** Links of the admin itself wait for the merchant's consent while something is unsaved. */
function guardLinks(mayLeave: () => Promise<boolean>): void {
  document.addEventListener("click", async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (!link || event.defaultPrevented || link.target === "_blank") return;
    if (!document.documentElement.classList.contains("unsaved")) return;
    event.preventDefault();
    if (await mayLeave()) location.assign(link.href);
  });
}
