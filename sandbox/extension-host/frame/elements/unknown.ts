/** A component there is no stand-in for is shown as a box that says so: nothing is left out in silence. */
class Unknown extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<div style="outline: 1px dashed #b00020; padding: 4px"><small style="color: #b00020">&lt;${this.localName}&gt; is not in the sandbox</small> <slot></slot></div>`;
  }
}

export function showUnknown(): void {
  new MutationObserver(() => {
    for (const element of document.querySelectorAll(":not(:defined)"))
      if (element.localName.startsWith("s-") && !customElements.get(element.localName))
        customElements.define(element.localName, class extends Unknown {});
  }).observe(document, { childList: true, subtree: true });
}
