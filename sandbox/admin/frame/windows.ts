import type { Questions, TitleBarState } from "../protocol.ts";
import { button, dialogHeader, make, openDialog } from "./dom.ts";

type WindowRequest = Questions["openWindow"]["payload"];

interface WindowOptions {
  /** The signed address under which the app's page at this path is opened. */
  launch: (path: string) => Promise<string>;
  opened: (window: Window) => void;
  closed: (id: string, window: Window) => void;
  /** A title-bar button was pressed: of the page inside, or of the element that opened the window. */
  press: (index: number, windowId: string, inside: Window | null) => void;
}

interface OpenWindow {
  dialog: HTMLDialogElement;
  frame: HTMLIFrameElement;
  draw(state: TitleBarState, inside: Window | null): void;
}

/** Modals and app windows whose content is a page of its own, in an iframe of its own. */
export function createWindows({ launch, opened, closed, press }: WindowOptions) {
  const open = new Map<string, OpenWindow>();

  async function show(request: WindowRequest): Promise<void> {
    const already = open.get(request.id);
    if (already) {
      already.draw(request.titleBar, null);
      return;
    }
    const { pathname, search } = new URL(request.src);
    const address = await launch(`${pathname}${search}`);
    const frame = make("iframe", {
      name: request.id,
      title: request.titleBar.title || "App window",
    }) as HTMLIFrameElement;
    const bars = { header: make("div"), footer: make("footer", { class: "dialog-footer" }) };
    const dialog = openDialog(
      request.titleBar.title || "App window",
      request.size,
      bars.header,
      frame,
      bars.footer,
    );
    dialog.classList.add("app-window");
    const draw = (state: TitleBarState, inside: Window | null) => {
      bars.header.replaceChildren(dialogHeader(state.title, () => dialog.close()));
      bars.footer.hidden = state.actions.length === 0;
      const buttons = state.actions.map(({ label, role, critical, index, disabled, loading }) =>
        button(label, critical ? "critical" : role, () => press(index, request.id, inside), {
          disabled: disabled || loading,
        }),
      );
      bars.footer.replaceChildren(...buttons.reverse());
    };
    draw(request.titleBar, null);
    const window = frame.contentWindow as Window;
    dialog.addEventListener("close", () => {
      open.delete(request.id);
      closed(request.id, window);
    });
    open.set(request.id, { dialog, frame, draw });
    opened(window);
    frame.src = address;
  }

  return {
    show,
    close(id: string): void {
      open.get(id)?.dialog.close();
    },
    /** The page inside an app window names its own title. */
    setTitleBar(window: Window, state: TitleBarState): void {
      const own = [...open.values()].find(({ frame }) => frame.contentWindow === window);
      if (own && state.actions.length > 0) own.draw(state, window);
    },
  };
}
