import type { ToastRequest } from "../protocol.ts";
import { button, byId, make } from "./dom.ts";

export type ToastEnd = "action" | "dismissed" | "expired";

/** Short notices at the bottom of the frame, read out by screen readers as they come. */
export function createToasts() {
  const region = byId("toasts");
  const shown = new Map<string, (how: ToastEnd) => void>();

  function show(
    { id, message, duration, isError, action }: ToastRequest,
    ended: (how: ToastEnd) => void,
  ): void {
    const end = (how: ToastEnd) => {
      clearTimeout(timer);
      toast.remove();
      shown.delete(id);
      ended(how);
    };
    const toast = make("div", { class: "toast", "data-error": isError }, make("span", {}, message));
    if (action !== null) toast.append(button(action, "toast", () => end("action")));
    toast.append(button("×", "toast-close", () => end("dismissed"), { "aria-label": "Dismiss" }));
    // What can be pressed stays twice as long: it has to be read and reached.
    const timer = setTimeout(() => end("expired"), action === null ? duration : Math.max(duration, 10_000));
    shown.set(id, end);
    region.append(toast);
  }

  return { show, hide: (id: string): void => shown.get(id)?.("dismissed") };
}
