import type { NavItem } from "../protocol.ts";
import type { Line } from "./line.ts";
import { navigateApp } from "./navigation.ts";

export function readNavMenu(menu: Element): NavItem[] {
  return [...menu.querySelectorAll("a, s-link")].map((link) => ({
    label: link.textContent.trim(),
    href: link.getAttribute("href") ?? "",
    home: link.getAttribute("rel") === "home",
  }));
}

/** Keeps the frame's navigation equal to the page's `ui-nav-menu` (or `s-app-nav`). */
export function followNavMenu(line: Line): { changed: () => void } {
  let last = "";
  line.on("navigate", ({ href }) => navigateApp(href));
  return {
    changed() {
      const menu = document.querySelector("ui-nav-menu, s-app-nav");
      if (!menu) return;
      const items = readNavMenu(menu);
      const now = JSON.stringify(items);
      if (now === last) return;
      last = now;
      void line.ask("navMenu", items);
    },
  };
}
