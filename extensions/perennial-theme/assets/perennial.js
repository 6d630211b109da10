/* global HTMLElement, document, setTimeout, URLSearchParams, location, CSS, customElements */
// Optional: without it the sentence is that of the variant the page was opened at. Themes that change the variant
// without loading the page send a change event and write the variant's id into the form, some of them a moment later.
class PerennialProduct extends HTMLElement {
  connectedCallback() {
    document.addEventListener("change", this);
  }

  disconnectedCallback() {
    document.removeEventListener("change", this);
  }

  handleEvent() {
    for (const wait of [0, 400]) setTimeout(() => this.showVariant(), wait);
  }

  showVariant() {
    const place = this.closest(".shopify-section") ?? document;
    const field = place.querySelector('form[action*="/cart/add"] [name="id"]');
    const id = field?.value || new URLSearchParams(location.search).get("variant") || "";
    const template = this.querySelector(`template[data-variant="${CSS.escape(id)}"]`);
    const line = this.querySelector("p");
    if (!template || !line) return;
    const text = template.content.textContent.trim();
    const span = line.querySelector("span");
    if (span.textContent !== text) span.textContent = text;
    line.hidden = text === "";
  }
}

if (!customElements.get("perennial-product")) customElements.define("perennial-product", PerennialProduct);
