import { SHOPPER } from "./answers.ts";
import { Frame } from "./frame.ts";
import { placesAt } from "./server.ts";
import { stylePage } from "./style.ts";

/** `<extension-slot target="…" order="…">`: the place of a target on a page of the shop. */
class ExtensionSlot extends HTMLElement {
  #frames: Frame[] = [];

  connectedCallback(): void {
    document.addEventListener("extension:checkout-changed", this.#refresh);
    void this.#fill();
  }

  disconnectedCallback(): void {
    document.removeEventListener("extension:checkout-changed", this.#refresh);
    for (const frame of this.#frames) frame.close();
  }

  async #fill(): Promise<void> {
    const places = await this.#places();
    this.#frames = places.map((placed) => new Frame(placed, SHOPPER));
    this.replaceChildren(...this.#frames.map(({ box }) => box));
  }

  readonly #refresh = (): void => {
    void this.#update();
  };

  async #update(): Promise<void> {
    const places = await this.#places();
    for (const frame of this.#frames) {
      const fresh = places.find(({ handle }) => handle === frame.placed.handle);
      if (fresh) frame.update(fresh.state);
    }
  }

  #places() {
    return placesAt(this.getAttribute("target") ?? "", this.getAttribute("order") ?? "");
  }
}

stylePage();
customElements.define("extension-slot", ExtensionSlot);
