import { HostElement, setOrRemove, withEvents } from "./host-element.ts";

const SHARED = [
  "label",
  "labelaccessibilityvisibility",
  "details",
  "error",
  "disabled",
  "readonly",
  "required",
  "placeholder",
  "autocomplete",
  "name",
  "value",
  "defaultvalue",
  "min",
  "max",
  "step",
  "minlength",
  "maxlength",
  "rows",
  "inputmode",
  "prefix",
  "suffix",
  "icon",
];

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A labelled line of input; what is typed is its `value` at once, and `input` and `change` tell of it. */
export class Field extends HostElement {
  static override observedAttributes = SHARED;
  protected type = "text";

  protected control(): string {
    return `<input id="control" type="${this.type}">`;
  }

  protected override build(): void {
    this.shadow(`
      <label for="control"></label>
      <div class="control"><span class="affix prefix"></span>${this.control()}<span class="affix suffix"></span></div>
      <p class="details" id="details"></p>
      <p class="error" id="error" role="alert"></p>`);
    const control = this.inner<Control>("#control");
    control.value = this.text("value") || this.text("defaultValue");
    // Of the two, only `change` stops at the border of a shadow tree.
    control.addEventListener("change", () => this.dispatchEvent(new Event("change", { bubbles: true })));
  }

  protected override update(): void {
    const label = this.inner<HTMLLabelElement>("label");
    label.textContent = this.text("label");
    label.classList.toggle("visually-hidden", this.text("labelAccessibilityVisibility") === "exclusive");
    const control = this.inner<Control>("#control");
    for (const name of [
      "placeholder",
      "autocomplete",
      "min",
      "max",
      "step",
      "minLength",
      "maxLength",
      "rows",
      "inputMode",
    ])
      setOrRemove(control, name.toLowerCase(), this.text(name));
    if (
      this.hasAttribute("value") &&
      control.value !== this.text("value") &&
      this.#given !== this.text("value")
    ) {
      this.#given = this.text("value");
      control.value = this.#given;
    }
    control.disabled = this.flag("disabled");
    control.toggleAttribute("required", this.flag("required"));
    control.toggleAttribute("readonly", this.flag("readOnly"));
    this.inner(".prefix").textContent = this.text("prefix");
    this.inner(".suffix").textContent = this.text("suffix");
    const error = this.text("error");
    this.inner("#error").textContent = error;
    this.inner("#details").textContent = error === "" ? this.text("details") : "";
    setOrRemove(control, "aria-invalid", error === "" ? null : "true");
    setOrRemove(
      control,
      "aria-describedby",
      error !== "" ? "error" : this.text("details") !== "" ? "details" : null,
    );
  }

  #given: string | null = null;

  get value(): string {
    return this.shadowRoot ? this.inner<Control>("#control").value : this.text("value");
  }

  set value(value: string | undefined) {
    this.setAttribute("value", value ?? "");
    if (this.shadowRoot && this.inner<Control>("#control").value !== (value ?? ""))
      this.inner<Control>("#control").value = value ?? "";
  }
}

export class NumberField extends Field {
  protected override type = "number";
}
export class EmailField extends Field {
  protected override type = "email";
}
export class DateField extends Field {
  protected override type = "date";
}
export class SearchField extends Field {
  protected override type = "search";

  protected override update(): void {
    super.update();
    const control = this.inner("#control");
    if (this.text("label") === "") setOrRemove(control, "aria-label", this.text("placeholder"));
  }
}
export class TextArea extends Field {
  protected override control(): string {
    return `<textarea id="control"></textarea>`;
  }
}

/** `s-option`s stand inside as data; the list is a real one. */
export class Select extends Field {
  protected override control(): string {
    return `<select id="control"></select>`;
  }

  protected override build(): void {
    super.build();
    new MutationObserver(() => this.update()).observe(this, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["value", "disabled", "selected"],
    });
  }

  protected override update(): void {
    const control = this.inner<HTMLSelectElement>("#control");
    const chosen =
      control.options.length > 0 ? control.value : this.text("value") || this.text("defaultValue");
    const options = [...this.querySelectorAll("s-option")].map((option) => {
      const made = new Option(option.textContent.trim(), option.getAttribute("value") ?? "");
      made.disabled = option.hasAttribute("disabled");
      return made;
    });
    const placeholder = this.text("placeholder");
    if (placeholder !== "") options.unshift(new Option(placeholder, ""));
    control.replaceChildren(...options);
    control.value = this.hasAttribute("value") && chosen === "" ? this.text("value") : chosen;
    super.update();
  }
}

/** A tick box, or with `s-switch` a switch, with its label beside it. */
export class Checkbox extends HostElement {
  static override observedAttributes = [
    "label",
    "checked",
    "defaultchecked",
    "disabled",
    "error",
    "details",
    "accessibilitylabel",
  ];

  protected override build(): void {
    this.shadow(`
      <label class="check"><input type="checkbox"><span class="check-label"></span></label>
      <p class="details"></p><p class="error" role="alert"></p>`);
    const input = this.inner<HTMLInputElement>("input");
    if (this.flag("defaultChecked")) this.setAttribute("checked", "");
    input.addEventListener("change", () => {
      this.toggleAttribute("checked", input.checked);
      this.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  protected override update(): void {
    const input = this.inner<HTMLInputElement>("input");
    setOrRemove(input, "role", this.localName === "s-switch" ? "switch" : null);
    input.checked = this.flag("checked");
    input.disabled = this.flag("disabled");
    setOrRemove(input, "aria-label", this.text("accessibilityLabel"));
    this.inner(".check-label").textContent = this.text("label");
    this.inner(".details").textContent = this.text("details");
    this.inner(".error").textContent = this.text("error");
  }

  get checked(): boolean {
    return this.flag("checked");
  }

  set checked(value: boolean) {
    this.toggleAttribute("checked", value);
  }
}

withEvents(Field, "invalid", "viewchange");
