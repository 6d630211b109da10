export { make } from "../../../admin/frame/dom.ts";
import { make } from "../../../admin/frame/dom.ts";
import { showToast } from "../toast.ts";

/** A button; what it does may take a while and may fail, which is said at the foot of the page. */
export function button(label: string, look: string, press: () => unknown): HTMLElement {
  const made = make("button", { type: "button", class: look }, label);
  made.addEventListener("click", () => {
    attempt(press);
  });
  return made;
}

export function attempt(deed: () => unknown): void {
  Promise.resolve()
    .then(deed)
    .catch((error: unknown) => showToast(error instanceof Error ? error.message : String(error)));
}

export function moneyOf(
  { language, currency }: { language: string; currency: string },
  amount: string | number,
): string {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  }).format(Number(amount));
}
