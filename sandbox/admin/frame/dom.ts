/** The element with this id; the page's markup and this script are written together. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The admin frame's page has no #${id}.`);
  return element as E;
}

type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

/** `make("button", { class: "button", onclick: press }, "Save")` */
export function make(tag: string, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export function button(
  label: string,
  look: string,
  press: () => void,
  attributes: Attributes = {},
): HTMLElement {
  return make(
    "button",
    { type: "button", class: "button", "data-look": look, onclick: press, ...attributes },
    label,
  );
}

/** Opens a modal dialog that removes itself when it is closed. */
export function openDialog(label: string, size: string, ...children: Node[]): HTMLDialogElement {
  const dialog = make(
    "dialog",
    { class: "dialog", "data-size": size, "aria-label": label },
    ...children,
  ) as HTMLDialogElement;
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function dialogHeader(title: string, dismiss: () => void): HTMLElement {
  const close = make("button", {
    type: "button",
    class: "dialog-close",
    "aria-label": "Close",
    onclick: dismiss,
  });
  close.innerHTML = `<svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true"><path d="m4 4 8 8m0-8-8 8"/></svg>`;
  return make("header", { class: "dialog-header" }, make("h2", {}, title), close);
}

/** Asks a yes-or-no question; false when it is dismissed in any other way. */
export function confirmation(title: string, text: string, yes: string, no: string): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = false;
    const finish = (given: boolean) => {
      answer = given;
      dialog.close();
    };
    const dialog = openDialog(
      title,
      "small",
      dialogHeader(title, () => finish(false)),
      make("p", { class: "dialog-text" }, text),
      make(
        "footer",
        { class: "dialog-footer" },
        button(no, "secondary", () => finish(false)),
        button(yes, "critical", () => finish(true)),
      ),
    );
    dialog.addEventListener("close", () => resolve(answer));
  });
}
