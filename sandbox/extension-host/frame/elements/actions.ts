import { Box } from "./boxes.ts";
import { HostElement, setOrRemove } from "./host-element.ts";
import { follow, goTo } from "./follow.ts";

/** What a press does beyond its own event: sends a form, commands another element, leads elsewhere. */
function press(element: HostElement): void {
  const form = element.text("type") === "submit" ? element.closest("s-form") : null;
  form?.dispatchEvent(new Event("submit", { cancelable: true }));
  const target = element.text("commandFor");
  if (target !== "") command(target, element.text("command"));
}

interface Commanded extends HTMLElement {
  obey(command: string): void;
}

function command(id: string, name: string): void {
  const target = document.getElementById(id);
  if (!target || !isCommanded(target)) throw new Error(`Nothing with the id "${id}" can be commanded.`);
  target.obey(name || "--auto");
}

function isCommanded(element: HTMLElement): element is Commanded {
  return "obey" in element;
}

/** A button; with `href`, a link that looks like one. */
export class Button extends HostElement {
  static override observedAttributes = [
    "accessibilitylabel",
    "disabled",
    "loading",
    "href",
    "target",
    "tone",
    "type",
    "variant",
    "icon",
  ];

  protected override build(): void {
    this.shadow(`<span class="place"></span>`);
    this.addEventListener(
      "click",
      (event) => {
        if (!this.flag("disabled") && !this.flag("loading")) return;
        event.stopImmediatePropagation();
        event.preventDefault();
      },
      true,
    );
    this.addEventListener("click", () => press(this));
  }

  protected override update(): void {
    const tag = this.text("href") === "" ? "button" : "a";
    const place = this.inner(".place");
    let control = place.firstElementChild;
    if (control?.localName !== tag) {
      control = document.createElement(tag);
      control.innerHTML = `<slot></slot><span class="spinner" aria-hidden="true"></span>`;
      place.replaceChildren(control);
    }
    control.className = "button";
    setOrRemove(control, "aria-label", this.text("accessibilityLabel"));
    setOrRemove(control, "aria-busy", this.flag("loading") ? "true" : null);
    if (control instanceof HTMLButtonElement) {
      control.type = "button";
      control.disabled = this.flag("disabled") || this.flag("loading");
    } else follow(control as HTMLAnchorElement, this);
  }
}

export class Link extends HostElement {
  static override observedAttributes = ["accessibilitylabel", "href", "target", "tone"];

  protected override build(): void {
    this.shadow(`<a><slot></slot></a>`);
    this.addEventListener("click", () => press(this));
  }

  protected override update(): void {
    const link = this.inner<HTMLAnchorElement>("a");
    setOrRemove(link, "aria-label", this.text("accessibilityLabel"));
    follow(link, this);
  }
}

/** Anything that can be pressed as a whole. */
export class Clickable extends Box {
  static override observedAttributes = [...Box.observedAttributes, "href", "target", "disabled", "type"];

  protected override build(): void {
    this.addEventListener("keydown", (event) => {
      if (event.target !== this || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      this.click();
    });
    this.addEventListener(
      "click",
      (event) => {
        if (this.flag("disabled")) event.stopImmediatePropagation();
        else if (this.text("href") !== "") goTo(this.text("href"), this.text("target"));
        press(this);
      },
      true,
    );
  }

  protected override update(): void {
    super.update();
    if (!this.hasAttribute("role")) this.setAttribute("role", this.text("href") === "" ? "button" : "link");
    this.tabIndex = this.flag("disabled") ? -1 : 0;
    setOrRemove(this, "aria-disabled", this.flag("disabled") ? "true" : null);
  }
}

export class Tile extends HostElement {
  static override observedAttributes = ["heading", "subheading", "disabled", "tone", "itemcount"];

  protected override build(): void {
    this.shadow(
      `<button type="button" class="tile"><span class="tile-heading"></span><span class="tile-subheading"></span><span class="tile-count"></span></button>`,
    );
  }

  protected override update(): void {
    this.inner<HTMLButtonElement>("button").disabled = this.flag("disabled");
    this.inner(".tile-heading").textContent = this.text("heading");
    this.inner(".tile-subheading").textContent = this.text("subheading");
    this.inner(".tile-count").textContent = this.text("itemCount");
  }
}

export class ButtonGroup extends HostElement {
  protected override update(): void {
    this.setAttribute("role", "group");
  }
}

/** Fields that are sent together: by a button of type "submit", or by Enter in a line. */
export class Form extends HostElement {
  protected override build(): void {
    this.addEventListener("keydown", (event) => {
      const origin = event.composedPath()[0];
      if (event.key !== "Enter" || !(origin instanceof HTMLInputElement) || origin.type === "checkbox")
        return;
      event.preventDefault();
      this.dispatchEvent(new Event("submit", { cancelable: true }));
    });
  }

  protected override update(): void {
    this.setAttribute("role", "form");
  }
}
