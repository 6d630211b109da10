import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";

const PATHS = {
  home: "M3 8.5 10 3l7 5.5V16a1 1 0 0 1-1 1h-3.5v-5h-5v5H4a1 1 0 0 1-1-1V8.5Z",
  orders: "M4 3.5h12v13l-2-1.4-2 1.4-2-1.4-2 1.4-2-1.4-2 1.4v-13Zm3 4h6m-6 3.5h4",
  products: "M3.5 3.5h6l7 7-6 6-7-7v-6Zm3.2 3.2h.01",
  customers: "M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10Zm-6 6.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5",
  store:
    "M3.5 8v8.5h13V8M3 4h14l.8 3.2a2.3 2.3 0 0 1-4.4.4 2.4 2.4 0 0 1-3.4 1 2.4 2.4 0 0 1-3.4-1 2.3 2.3 0 0 1-4.4-.4L3 4Z",
  panel: "M4 5h7m4 0h1M4 10h1m4 0h7M4 15h7m4 0h1M13 3.5v3M7 8.5v3m6 2v3",
  search: "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 3.5 3.5",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): Markup {
  return html`<svg
    class="icon"
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d="${PATHS[name]}" />
  </svg>`;
}

/** The mark of the app the sandbox is for: a leaf that is also a tick. */
export function appIcon(): Markup {
  return html`<svg class="app-icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <rect width="20" height="20" rx="5" fill="#1f5b3f" />
    <path
      d="M4.5 10.8 8.3 14.8C9 9.5 11.5 6.8 15.7 5c.3 5.2-2.2 8.8-7.4 9.8"
      fill="none"
      stroke="#fff"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>`;
}
