import { sheets } from "./sheets.ts";

/**
 * A stand-in for one of the platform's components. What is set on it is read by `text` and `flag`; `update`
 * draws it anew.
 */
export abstract class HostElement extends HTMLElement {
  static observedAttributes: string[] = [];
  #built = false;

  connectedCallback(): void {
    if (!this.#built) {
      this.#built = true;
      this.build();
    }
    this.update();
  }

  attributeChangedCallback(): void {
    if (this.#built) this.update();
  }

  /** Called once, when it stands in the page. */
  protected build(): void {}

  protected abstract update(): void;

  protected shadow(markup: string): ShadowRoot {
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    root.adoptedStyleSheets = sheets();
    root.innerHTML = markup;
    return root;
  }

  protected inner<E extends Element>(selector: string): E {
    const found = this.shadowRoot?.querySelector<E>(selector);
    if (!found) throw new Error(`<${this.localName}> has no ${selector}.`);
    return found;
  }

  /** The attribute of this name; "" where there is none. */
  text(name: string): string {
    return this.getAttribute(name) ?? "";
  }

  flag(name: string): boolean {
    const value = this.getAttribute(name);
    return value !== null && value !== "false";
  }

  /** Sends one of the platform's events, which do not bubble. */
  protected send(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}

/** Lets `on{type}` be set as a property, so that Preact registers the listener under the event's real name. */
export function withEvents(element: typeof HostElement, ...types: string[]): void {
  for (const type of types)
    if (!(`on${type}` in element.prototype))
      Object.defineProperty(element.prototype, `on${type}`, {
        value: null,
        writable: true,
        configurable: true,
      });
}

export function setOrRemove(element: Element, name: string, value: string | null): void {
  if (value === null || value === "") element.removeAttribute(name);
  else element.setAttribute(name, value);
}
