import { ask } from "../line.ts";
import type { HostElement } from "./host-element.ts";

/** Makes a link one of the page: the frame itself never goes anywhere. */
export function follow(link: HTMLAnchorElement, element: HostElement): void {
  const href = element.text("href");
  if (href === "") link.removeAttribute("href");
  else link.href = href;
  link.onclick = (event) => {
    if (href === "") return;
    event.preventDefault();
    goTo(href, element.text("target"));
  };
}

export function goTo(href: string, target: string): void {
  void ask("navigate", href, target);
}
