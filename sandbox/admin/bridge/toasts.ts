import type { ShopifyGlobal, ToastOptions } from "@shopify/app-bridge-types";
import type { Line } from "./line.ts";

const DEFAULT_DURATION = 5000;

export function createToasts(line: Line): ShopifyGlobal["toast"] {
  const shown = new Map<string, ToastOptions>();
  let count = 0;
  line.on("toastEnd", ({ id, how }) => {
    const options = shown.get(id);
    shown.delete(id);
    if (how === "action") options?.onAction?.();
    else options?.onDismiss?.();
  });
  return {
    show(message, options = {}) {
      const id = `toast-${++count}`;
      shown.set(id, options);
      const { duration = DEFAULT_DURATION, isError = false, action = null } = options;
      void line.ask("toast", { id, message, duration, isError, action });
      return id;
    },
    hide(id) {
      void line.ask("toastHide", id);
    },
  };
}
