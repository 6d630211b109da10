import { HostElement, setOrRemove } from "./host-element.ts";

/** How deep in sections a heading stands decides its level, as on the platform. */
export function headingLevel(element: Element): number {
  let level = 2;
  for (let outer = element.parentElement; outer; outer = outer.parentElement)
    if (outer.localName === "s-section" && outer.getAttribute("heading")) level += 1;
  return Math.min(level, 6);
}

export class Heading extends HostElement {
  static override observedAttributes = ["accessibilityrole"];

  protected override build(): void {
    this.shadow("<slot></slot>");
  }

  protected override update(): void {
    const plain = ["presentation", "none"].includes(this.text("accessibilityRole"));
    setOrRemove(this, "role", plain ? "presentation" : "heading");
    setOrRemove(this, "aria-level", plain ? null : String(headingLevel(this)));
  }
}

const STRONG: Record<string, string> = {
  strong: "strong",
  emphasis: "em",
  mark: "mark",
  redundant: "s",
  small: "small",
};

export class Text extends HostElement {
  static override observedAttributes = ["type", "tone", "color", "accessibilityvisibility"];
  #tag = "";

  protected override build(): void {
    this.shadow("<slot></slot>");
  }

  protected override update(): void {
    const tag = STRONG[this.text("type")] ?? "span";
    if (tag !== this.#tag && this.shadowRoot) {
      this.#tag = tag;
      this.shadowRoot.innerHTML = `<${tag}><slot></slot></${tag}>`;
    }
    const visibility = this.text("accessibilityVisibility");
    setOrRemove(this, "aria-hidden", visibility === "hidden" ? "true" : null);
    this.classList.toggle("visually-hidden", visibility === "exclusive");
  }
}

/** Paragraphs, lists and the like are of one cloth: a role, and the style sheet. */
function plain(role: string | null): new () => HostElement {
  return class extends HostElement {
    protected override update(): void {
      if (role !== null) this.setAttribute("role", role);
    }
  };
}

export const Paragraph = plain("paragraph");
export const UnorderedList = plain("list");
export const OrderedList = plain("list");
export const ListItem = plain("listitem");
export const Time = plain("time");
export const Abbreviation = plain(null);

export class Divider extends HostElement {
  static override observedAttributes = ["direction"];
  protected override update(): void {
    this.setAttribute("role", "separator");
  }
}

export class Badge extends HostElement {
  static override observedAttributes = ["tone", "color", "size"];
  protected override build(): void {
    this.shadow("<slot></slot>");
  }
  protected override update(): void {}
}

export class Chip extends Badge {}

/** A page of its own, with a heading and places for what can be done. */
export class Page extends HostElement {
  static override observedAttributes = ["heading", "subheading"];

  protected override build(): void {
    this.shadow(`
      <header class="page-header">
        <slot name="breadcrumb-actions"></slot>
        <div class="page-title"><h1></h1><p class="subheading"></p></div>
        <div class="page-actions"><slot name="secondary-actions"></slot><slot name="primary-action"></slot></div>
      </header>
      <div class="page-content"><slot></slot></div>
      <slot name="aside"></slot>`);
  }

  protected override update(): void {
    const heading = this.text("heading");
    this.inner("h1").textContent = heading;
    this.inner<HTMLElement>(".page-header").hidden = heading === "";
    const subheading = this.inner<HTMLElement>(".subheading");
    subheading.textContent = this.text("subheading");
    subheading.hidden = this.text("subheading") === "";
  }
}

/** A part with a heading; within a part, without a frame of its own. */
export class Section extends HostElement {
  static override observedAttributes = ["heading", "accessibilitylabel", "padding"];

  protected override build(): void {
    this.shadow(`
      <section>
        <header class="section-header"><slot name="secondary-actions"></slot></header>
        <slot></slot>
        <slot name="primary-action"></slot>
      </section>`);
  }

  protected override update(): void {
    const heading = this.text("heading");
    const part = this.inner(".section-header");
    part.querySelector("[data-heading]")?.remove();
    if (heading !== "") {
      const title = document.createElement(`h${headingLevel(this)}`);
      title.dataset.heading = "";
      title.textContent = heading;
      part.prepend(title);
    }
    setOrRemove(this.inner("section"), "aria-label", this.text("accessibilityLabel") || heading || null);
    this.toggleAttribute("data-nested", this.parentElement?.closest("s-section") != null);
  }
}

/** A block on the till: a card with a title. */
export class PosBlock extends Section {}
