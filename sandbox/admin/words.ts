import type { Customer, Instant } from "../state/types.ts";
import { html } from "./markup.ts";
import type { Markup } from "./markup.ts";

export function customerName({ firstName, lastName, email, id }: Customer): string {
  return [firstName, lastName].filter(Boolean).join(" ") || email || `Customer ${id}`;
}

export function money(amount: string, currency: string): string {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(Number(amount));
}

/** An instant on the shop's clock. */
export function when(instant: Instant, timezone: string): Markup {
  const shown = new Date(instant).toLocaleString("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: timezone,
  });
  return html`<time datetime="${instant}">${shown}</time>`;
}

/** "1 order", "2 orders" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
