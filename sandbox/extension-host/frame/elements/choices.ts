import { HostElement } from "./host-element.ts";

/** One or several of a few: `s-choice`s stand inside as data. */
export class ChoiceList extends HostElement {
  static override observedAttributes = [
    "label",
    "labelaccessibilityvisibility",
    "name",
    "multiple",
    "disabled",
    "error",
    "details",
  ];
  #values: string[] | null = null;

  protected override build(): void {
    this.shadow(
      `<fieldset><legend></legend><p class="details"></p><div class="choices"></div><p class="error" role="alert"></p></fieldset>`,
    );
    this.inner("fieldset").addEventListener("change", () => {
      this.#values = [...(this.shadowRoot?.querySelectorAll<HTMLInputElement>("input:checked") ?? [])].map(
        ({ value }) => value,
      );
      this.dispatchEvent(new Event("change", { bubbles: true }));
    });
    new MutationObserver(() => this.update()).observe(this, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
    });
  }

  protected override update(): void {
    const legend = this.inner("legend");
    legend.textContent = this.text("label");
    legend.classList.toggle("visually-hidden", this.text("labelAccessibilityVisibility") === "exclusive");
    this.inner(".details").textContent = this.text("details");
    this.inner(".error").textContent = this.text("error");
    const chosen = this.values;
    const choices = [...this.querySelectorAll("s-choice")].map((choice) => this.#line(choice, chosen));
    this.inner(".choices").replaceChildren(...choices);
  }

  #line(choice: Element, chosen: string[]): HTMLElement {
    const label = document.createElement("label");
    label.className = "check";
    const input = document.createElement("input");
    input.type = this.flag("multiple") ? "checkbox" : "radio";
    input.name = this.text("name") || "choice";
    input.value = choice.getAttribute("value") ?? "";
    input.checked = chosen.includes(input.value);
    input.disabled = this.flag("disabled") || choice.hasAttribute("disabled");
    const text = document.createElement("span");
    text.textContent = choice.textContent.trim();
    label.append(input, text);
    return label;
  }

  get values(): string[] {
    if (this.#values) return this.#values;
    return [...this.querySelectorAll("s-choice[selected], s-choice[defaultselected]")].map(
      (choice) => choice.getAttribute("value") ?? "",
    );
  }

  set values(values: string[] | undefined) {
    this.#values = values ?? null;
    if (this.shadowRoot) this.update();
  }
}

/** Read by the list they stand in. */
export class Choice extends HostElement {
  protected override update(): void {
    this.hidden = true;
  }
}
export class SelectOption extends Choice {}
