import type { AdminPlaces } from "../../admin/places.ts";
import { COMMON, type Answers } from "../answers.ts";
import { Frame } from "../frame.ts";
import { read } from "../server.ts";
import { stylePage } from "../style.ts";
import { openAction } from "./action-dialog.ts";

/** `<admin-extensions resource="customer" number="7" root="/store/…">`: the app's blocks and actions of this page. */
class AdminExtensions extends HTMLElement {
  connectedCallback(): void {
    void this.#fill();
  }

  async #fill(): Promise<void> {
    const { blocks, actions } = await this.#places();
    const answers = this.#answers(actions);
    const bar = document.createElement("p");
    bar.className = "extension-actions";
    bar.append(
      ...actions.map((placed) => {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "button", textContent: placed.name });
        button.dataset.look = "secondary";
        button.addEventListener("click", () => openAction(placed, answers));
        return button;
      }),
    );
    const cards = blocks.map((placed) => {
      const card = document.createElement("section");
      card.className = "card";
      card.append(new Frame(placed, answers).box);
      return card;
    });
    this.replaceChildren(...(actions.length === 0 ? [] : [bar]), ...cards);
  }

  /** What frames may ask of this page; a block opens an action of the app by its handle. */
  #answers(actions: AdminPlaces["actions"]): Answers {
    const answers: Answers = {
      ...COMMON,
      token: async () => {
        const response = await fetch(`${this.#root}/extensions/token`, { method: "POST" });
        return (await read<{ token: string }>(response)).token;
      },
      "admin.navigate": (_frame, url: string) => {
        const action = actions.find(({ handle }) => url === `extension:${handle}`);
        if (action) openAction(action, answers, () => void this.#fill());
        else if (url.startsWith("extension:")) throw new Error(`There is no action "${url}" on this page.`);
        else location.assign(url);
      },
      "admin.close": () => document.querySelector<HTMLDialogElement>("dialog.extension-action")?.close(),
    };
    return answers;
  }

  get #root(): string {
    return this.getAttribute("root") ?? "";
  }

  async #places(): Promise<AdminPlaces> {
    const query = new URLSearchParams({
      resource: this.getAttribute("resource") ?? "",
      id: this.getAttribute("number") ?? "",
    });
    return read<AdminPlaces>(await fetch(`${this.#root}/extensions/places?${query}`));
  }
}

stylePage();
customElements.define("admin-extensions", AdminExtensions);
