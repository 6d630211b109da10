import type { Frame } from "../frame.ts";
import { attempt, button, make, moneyOf } from "./dom.ts";
import type { Subject, Till } from "./till.ts";

/** What the till shows beside the cart, one at a time. */
export class Screens {
  readonly #till: Till;
  readonly #stage: HTMLElement;
  #frames: Frame[] = [];

  constructor(till: Till, stage: HTMLElement) {
    this.#till = till;
    this.#stage = stage;
  }

  home(): void {
    this.#show(
      "Home",
      make(
        "div",
        { class: "tiles" },
        button("Products", "tile", () => this.products()),
        button("Customers", "tile", () => this.customers()),
        ...this.#blocks("pos.home.tile.render"),
      ),
    );
  }

  products(): void {
    const { products, state } = this.#till.opening;
    const tiles = products.map((product) => {
      const tile = button(product.title, "tile", () => this.#till.add(product));
      tile.append(make("span", { class: "soft" }, moneyOf(state.place, product.price)));
      return tile;
    });
    this.#show("Products", make("div", { class: "tiles" }, ...tiles));
  }

  customers(): void {
    const list = make("ul", { class: "people" });
    const field = make("input", { id: "search", type: "search", autocomplete: "off" }) as HTMLInputElement;
    const find = async () => {
      const found = await this.#till.findCustomers(field.value);
      list.replaceChildren(
        ...found.map(({ id, name, email }) =>
          make(
            "li",
            {},
            button(name, "link", () => this.customer(id)),
            make("span", { class: "soft" }, email),
          ),
        ),
      );
    };
    field.addEventListener("input", () => attempt(find));
    this.#show("Customers", make("p", {}, make("label", { for: "search" }, "Search"), field), list);
    attempt(find);
  }

  /** Details of a customer, with what extensions know of them. */
  customer(id: number): void {
    const { names } = this.#till;
    const add = button("Add to sale", "primary", () => this.#till.setCustomer(id));
    this.#show(
      names.get(id) ?? `Customer ${id}`,
      make("p", {}, add),
      ...this.#blocks("pos.customer-details.block.render", { customerId: id }),
    );
  }

  async pay(): Promise<void> {
    const order = await this.#till.sell();
    this.#show(
      `Sale ${order.name} is paid`,
      make(
        "p",
        {},
        button("Next sale", "primary", () => this.home()),
      ),
      ...this.#blocks("pos.purchase.post.block.render", { order, customerId: order.customerId }),
    );
  }

  #blocks(target: string, subject: Subject = {}): HTMLElement[] {
    return this.#till.placesAt(target).map((placed) => {
      const frame = this.#till.frame(placed, subject);
      this.#frames.push(frame);
      return frame.box;
    });
  }

  #show(title: string, ...content: Node[]): void {
    this.#till.dismiss();
    const before = this.#frames.filter(({ box }) => !content.some((node) => node.contains(box)));
    for (const frame of before) this.#till.close(frame);
    this.#frames = this.#frames.filter((frame) => !before.includes(frame));
    const heading = make("h1", { tabindex: "-1" }, title);
    this.#stage.replaceChildren(heading, ...content);
    heading.focus();
  }
}
