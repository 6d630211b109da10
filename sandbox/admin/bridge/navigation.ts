import { toSandboxAddress, withoutLaunchParameters } from "../addresses.ts";
import type { Whereabouts } from "../addresses.ts";
import type { Line } from "./line.ts";

/**
 * Tells the frame where the app is, so that its own address can follow (deep links, reload). The
 * steps of the app become steps of the frame: were they kept here, they would be lost with the iframe
 * when the page is reloaded, and "back" would lead nowhere.
 */
export function reportLocation(line: Line): void {
  const replaceState = history.replaceState.bind(history);
  let restored: string | null = null;

  function report(stepped: boolean): void {
    const path = withoutLaunchParameters(location.href);
    void line.ask("location", { path, pushed: stepped && path !== restored });
    restored = null;
  }

  history.pushState = (...args) => {
    replaceState(...args);
    report(true);
  };
  history.replaceState = (...args) => {
    replaceState(...args);
    report(false);
  };
  line.on("restore", ({ href }) => {
    if (withoutLaunchParameters(location.href) === href) return;
    restored = href;
    navigateApp(href);
  });
  // A page taken from the browser's back/forward cache does not run its scripts again.
  addEventListener("pageshow", (event) => {
    if (event.persisted) report(false);
  });
  report(false);
}

/** Leads the app's router to a page: it listens for `shopify:navigate` on the link's way up. */
export function navigateApp(href: string): void {
  const link = document.createElement("a");
  link.setAttribute("href", href);
  link.hidden = true;
  document.body.append(link);
  link.dispatchEvent(new Event("shopify:navigate", { bubbles: true }));
  link.remove();
}

/** Ways out of the iframe: window.open on the top window and links into Shopify's admin or shop. */
export function followWaysOut(line: Line, whereabouts: Whereabouts): void {
  const openHere = window.open.bind(window);
  window.open = (url, target, features) => {
    const address = String(url ?? "");
    const leavesFrame = target === "_top" || target === "_parent" || /^shopify:/i.test(address);
    if (!leavesFrame) return openHere(toSandboxAddress(address, whereabouts) ?? address, target, features);
    const absolute = /^shopify:/i.test(address) ? address : new URL(address, location.href).href;
    void line.ask("redirect", { url: absolute, newTab: target === "_blank" });
    return null;
  };

  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || event.button !== 0) return;
    const address = link.getAttribute("href") ?? "";
    if (toSandboxAddress(address, whereabouts) === null) return;
    event.preventDefault();
    const newTab = link.target === "_blank" || event.ctrlKey || event.metaKey;
    void line.ask("redirect", { url: address, newTab });
  });
}
