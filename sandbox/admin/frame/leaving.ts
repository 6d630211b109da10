import { toSandboxAddress } from "../addresses.ts";
import type { StageData } from "./app-stage.ts";

/** Every way from one page to another waits for the merchant's consent while something is unsaved. */
export function createLeaving(
  { base, shop }: StageData,
  saveBar: { mayLeave: () => Promise<boolean> },
  navigate: (href: string) => void,
) {
  let isConnected = false;

  async function leaveTo(address: string): Promise<void> {
    if (await saveBar.mayLeave()) location.assign(address);
  }

  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (!link || event.defaultPrevented || link.target === "_blank") return;
    if (!document.documentElement.classList.contains("unsaved")) return;
    event.preventDefault();
    void leaveTo(link.href);
  });

  return {
    /** The app's router can be led from now on. */
    connected: () => {
      isConnected = true;
    },
    async goInApp(href: string): Promise<void> {
      if (!isConnected) return leaveTo(base + href);
      if (await saveBar.mayLeave()) navigate(href);
    },
    async redirect(url: string, newTab: boolean): Promise<void> {
      const address = toSandboxAddress(url, { sandboxOrigin: location.origin, shop }) ?? url;
      if (!/^https?:/.test(address)) throw new Error(`The admin does not lead to ${url}.`);
      if (newTab) window.open(address, "_blank", "noopener");
      else await leaveTo(address);
    },
  };
}
