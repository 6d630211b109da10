import type { ShopifyGlobal } from "@shopify/app-bridge-types";
import { createElsewhere } from "./elsewhere.ts";
import type { Line } from "./line.ts";
import type { ModalElement } from "./modal-element.ts";
import { createPicker, createResourcePicker } from "./pickers.ts";
import { createScopes } from "./scopes.ts";
import { createToasts } from "./toasts.ts";

interface Parts {
  line: Line;
  config: ShopifyGlobal["config"];
  origin: string;
  modals: { find: (id: string) => ModalElement | null };
}

interface Showable {
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
}

/** `window.shopify`, complete against Shopify's own types. */
export function createGlobal({ line, config, origin, modals }: Parts): ShopifyGlobal {
  const saveBarElement = (id: string) =>
    document.querySelector<Element & Showable>(`ui-save-bar[id="${CSS.escape(id)}"]`);
  return {
    ...createElsewhere(),
    config,
    origin,
    ready: line.ask("hello", { apiKey: config.apiKey }).then(() => undefined),
    environment: { embedded: true, mobile: false, pos: false, intent: false },
    idToken: () => line.ask("idToken", null),
    user: () => line.ask("user", null),
    loading: (isLoading) => void line.ask("loading", isLoading ?? false),
    toast: createToasts(line),
    modal: byId("ui-modal", modals.find),
    saveBar: {
      ...byId("ui-save-bar", saveBarElement),
      // Resolves when the merchant may leave; where they stay, it stays open, as Shopify's does.
      leaveConfirmation: () =>
        new Promise((resolve, reject) => {
          line.ask("leave", null).then((may) => {
            if (may) resolve();
          }, reject);
        }),
    },
    scopes: createScopes(line),
    app: { extensions: () => line.ask("extensions", null) as ReturnType<ShopifyGlobal["app"]["extensions"]> },
    resourcePicker: createResourcePicker(line),
    picker: createPicker(line),
  };
}

function byId(name: string, find: (id: string) => Showable | null) {
  const require = (id: string): Showable => {
    const element = find(id);
    if (!element) throw new Error(`There is no ${name} with the id "${id}".`);
    return element;
  };
  return {
    show: async (id: string) => require(id).show(),
    hide: async (id: string) => require(id).hide(),
    toggle: async (id: string) => require(id).toggle(),
  };
}
