/* global HTMLElement, document, setTimeout, URLSearchParams, location, CSS, customElements, navigator, getSelection, IntersectionObserver, Shopify */
// Optional: without it everything is there, as links and forms. What only some shoppers need is loaded when they do.

// The sentence is that of the variant the page was opened at. Themes that change the variant without loading the page
// send a change event and write the variant's id into the form, some of them a moment later.
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
    const field = place.querySelector('form[action*="/cart/add"]:not(.perennial-add) [name="id"]');
    const id = field?.value || new URLSearchParams(location.search).get("variant") || "";
    const template = this.querySelector(`template[data-variant="${CSS.escape(id)}"]`);
    const line = this.querySelector("p");
    if (!template || !line) return;
    const span = line.querySelector("span");
    if (span.innerHTML !== template.innerHTML) span.replaceChildren(template.content.cloneNode(true));
    line.hidden = span.textContent.trim() === "";
  }
}

// Codes can be copied, models turned about, and points used without leaving the page. That a recommended product came
// into view is told to the page's own bus; who listens there needs the shopper's consent.
class PerennialRewards extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("submit", this);
    const tellOnce = (entries, eye) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        eye.unobserve(target);
        globalThis.Shopify?.analytics?.publish("perennial_shown", { pick: target.dataset.pick });
      }
    };
    const eye = new IntersectionObserver(tellOnce, { threshold: 0.5 });
    for (const pick of this.querySelectorAll("[data-pick]")) eye.observe(pick);
  }

  handleEvent(event) {
    if (event.type === "submit") return this.send(event);
    const button = event.target.closest("button");
    if (button?.matches('[data-perennial="copy"]')) void this.copy(button);
    if (button?.parentElement?.matches('[data-perennial="model"]')) this.turn(button);
  }

  async copy(button) {
    const code = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      return;
    }
    const before = button.textContent;
    button.textContent = this.dataset.copied;
    this.say(this.dataset.copied);
    setTimeout(() => (button.textContent = before), 4000);
  }

  turn(button) {
    const place = button.parentElement;
    place.append(place.querySelector("template").content.cloneNode(true));
    const viewer = place.querySelector("model-viewer");
    button.remove();
    viewer.tabIndex = 0;
    viewer.focus();
    const onLoad = (errors) => errors || new Shopify.ModelViewerUI(viewer);
    globalThis.Shopify?.loadFeatures?.([{ name: "model-viewer-ui", version: "1.0", onLoad }]);
  }

  send(event) {
    const form = event.target.closest("form[data-perennial]");
    if (!form || !this.dataset.module) return;
    event.preventDefault();
    import(this.dataset.module).then(
      ({ act }) => act(this, form),
      () => form.submit(),
    );
  }

  say(text) {
    this.querySelector('[data-perennial="said"]').textContent = text;
  }
}

// The shop draws an offer and when it ends. In its last day this tells what is left until that very end, which neither a
// page nor a visit starts anew; and once it has come, the offer goes.
class PerennialOffer extends HTMLElement {
  connectedCallback() {
    this.clock = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  disconnectedCallback() {
    clearInterval(this.clock);
  }

  tick() {
    const seconds = Math.ceil(this.dataset.to - Date.now() / 1000);
    if (seconds <= 0) return this.remove();
    const line = this.querySelector("[data-left]");
    if (!line) return;
    const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60];
    const time = parts.map((part) => String(Math.floor(part)).padStart(2, "0")).join(":");
    line.textContent = line.dataset.left.replace("[time]", time);
  }
}

for (const [name, element] of [
  ["perennial-offer", PerennialOffer],
  ["perennial-product", PerennialProduct],
  ["perennial-rewards", PerennialRewards],
])
  if (!customElements.get(name)) customElements.define(name, element);
