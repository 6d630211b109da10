import type { NavItem } from "../protocol.ts";
import { byId, make } from "./dom.ts";

/** The app's own entries under its name in the admin's navigation; `base` is its address in the admin. */
export function createAppNav(base: string, go: (href: string) => void) {
  const home = byId<HTMLAnchorElement>("app-link");
  const list = byId("app-nav");
  let items: NavItem[] = [];
  let path = "/";

  function entry(item: NavItem): HTMLElement {
    const current = item === longestMatch(items, path);
    const link = make("a", { href: base + item.href, "aria-current": current ? "page" : false }, item.label);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(item.href);
    });
    return make("li", {}, link);
  }

  function draw(): void {
    const landing = items.find((item) => item.home);
    if (landing) home.href = base + landing.href;
    const onOwnEntry = longestMatch(items, path)?.home === false;
    if (onOwnEntry) home.removeAttribute("aria-current");
    else home.setAttribute("aria-current", "page");
    list.replaceChildren(...items.filter((item) => !item.home).map(entry));
  }

  home.addEventListener("click", (event) => {
    const landing = items.find((item) => item.home);
    if (!landing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(landing.href);
  });

  return {
    setItems(next: NavItem[]): void {
      items = next;
      draw();
    },
    setPath(next: string): void {
      path = next;
      draw();
    },
  };
}

/** The entry that names the page best: "/app/members/7" belongs to "/app/members", not to "/app". */
function longestMatch(items: NavItem[], path: string): NavItem | undefined {
  const pathname = path.split("?")[0] ?? "";
  return items
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
