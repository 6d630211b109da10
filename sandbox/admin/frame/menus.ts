import { byId } from "./dom.ts";

/** The navigation as a drawer on narrow screens, and menus that close when one looks away. */
export function enhanceMenus(): void {
  const opener = byId<HTMLButtonElement>("nav-opener");
  const nav = byId("nav");
  const setOpen = (open: boolean) => {
    document.documentElement.classList.toggle("nav-open", open);
    opener.setAttribute("aria-expanded", String(open));
    if (open) nav.querySelector("a")?.focus();
  };
  opener.addEventListener("click", () => setOpen(opener.getAttribute("aria-expanded") !== "true"));
  byId("nav-scrim").addEventListener("click", () => setOpen(false));
  nav.addEventListener("click", (event) => {
    if ((event.target as Element).closest("a")) setOpen(false);
  });

  // The app may have moved on since the page was drawn.
  document.addEventListener("formdata", (event) => {
    if (event.formData.has("back")) event.formData.set("back", location.pathname);
  });

  const closeMenus = (except: Element | null) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu !== except) menu.removeAttribute("open");
    }
  };
  document.addEventListener("click", (event) =>
    closeMenus((event.target as Element).closest("details.menu")),
  );
  // A click into the iframe is not seen here, but it takes the focus.
  addEventListener("blur", () => closeMenus(null));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    closeMenus(null);
    setOpen(false);
  });
}
