import type { TitleAction, TitleBarState } from "../protocol.ts";
import { button, byId, make } from "./dom.ts";

/** Draws the app's title and actions above the iframe. */
export function createTitleBar(appName: string, press: (index: number) => void) {
  const heading = byId("app-title");
  const breadcrumb = byId("app-breadcrumb");
  const place = byId("app-actions");
  const narrow = matchMedia("(max-width: 600px)");
  let state: TitleBarState = { title: "", actions: [] };

  function draw(): void {
    heading.textContent = state.title || appName;
    document.title = `${state.title || appName} · ${appName} · Sandbox admin`;
    const back = state.actions.find((action) => action.role === "breadcrumb");
    breadcrumb.replaceChildren(...(back ? [actionButton(back, press)] : []));
    place.replaceChildren(
      ...drawActions(narrow.matches ? state.actions.map(inOneMenu) : state.actions, press),
    );
  }

  narrow.addEventListener("change", draw);
  return (next: TitleBarState): void => {
    state = next;
    draw();
  };
}

/** Beside a title on a narrow screen there is room for the main action and one menu. */
function inOneMenu(action: TitleAction): TitleAction {
  return action.role === "secondary" ? { ...action, group: "More" } : action;
}

function drawActions(actions: TitleAction[], press: (index: number) => void): HTMLElement[] {
  const secondary = actions.filter((action) => action.role === "secondary");
  const groups = Map.groupBy(secondary, (action) => action.group);
  const single = groups.get(null) ?? [];
  groups.delete(null);
  const primary = actions.filter((action) => action.role === "primary");
  return [
    ...single.map((action) => actionButton(action, press)),
    ...[...groups].map(([label, members]) => actionMenu(label ?? "More actions", members, press)),
    ...primary.map((action) => actionButton(action, press)),
  ];
}

function actionButton(action: TitleAction, press: (index: number) => void): HTMLElement {
  const look = action.critical ? "critical-plain" : action.role;
  const disabled = action.disabled || action.loading;
  const label = action.role === "breadcrumb" ? `‹ ${action.label}` : action.label;
  return button(label, look, () => press(action.index), { disabled, "aria-busy": String(action.loading) });
}

function actionMenu(label: string, actions: TitleAction[], press: (index: number) => void): HTMLElement {
  const menu = make(
    "details",
    { class: "menu" },
    make("summary", { class: "button", "data-look": "secondary" }, label),
  );
  const close = (index: number) => {
    menu.removeAttribute("open");
    press(index);
  };
  menu.append(make("div", { class: "menu-list" }, ...actions.map((action) => actionButton(action, close))));
  return menu;
}
