import { HostElement, setOrRemove, withEvents } from "./host-element.ts";

/** A message set apart, with its tone as colour alone: what it says has to be in its words. */
export class Banner extends HostElement {
  static override observedAttributes = ["heading", "tone", "dismissible", "hidden"];

  protected override build(): void {
    this.shadow(`
      <div class="banner" role="status">
        <div class="banner-text"><p class="banner-heading"></p><slot></slot><div class="banner-actions"><slot name="primary-action"></slot><slot name="secondary-actions"></slot></div></div>
        <button type="button" class="dismiss" aria-label="Dismiss">×</button>
      </div>`);
    this.inner("button").addEventListener("click", () => {
      this.hidden = true;
      this.send("dismiss");
      this.send("afterhide");
    });
  }

  protected override update(): void {
    const tone = this.text("tone");
    this.inner(".banner").setAttribute("role", tone === "critical" ? "alert" : "status");
    const heading = this.inner<HTMLElement>(".banner-heading");
    heading.textContent = this.text("heading");
    heading.hidden = this.text("heading") === "";
    this.inner<HTMLElement>("button").hidden = !this.flag("dismissible");
  }
}

/** A line above the page that can be waved away. */
export class Announcement extends HostElement {
  protected override build(): void {
    this.shadow(`
      <div class="announcement" role="region" aria-label="Announcement">
        <slot></slot><button type="button" class="dismiss" aria-label="Dismiss">×</button>
      </div>`);
    this.inner("button").addEventListener("click", () => this.dismiss());
  }

  protected override update(): void {}

  dismiss(): void {
    this.hidden = true;
    this.send("dismiss");
  }
}

export class Progress extends HostElement {
  static override observedAttributes = ["value", "max", "tone", "accessibilitylabel"];

  protected override build(): void {
    this.shadow(`<progress></progress>`);
  }

  protected override update(): void {
    const progress = this.inner<HTMLProgressElement>("progress");
    progress.max = Number(this.text("max") || 1);
    if (this.hasAttribute("value")) progress.value = Number(this.text("value"));
    else progress.removeAttribute("value");
    setOrRemove(progress, "aria-label", this.text("accessibilityLabel"));
  }
}

export class Spinner extends HostElement {
  static override observedAttributes = ["accessibilitylabel", "size"];

  protected override build(): void {
    this.shadow(`<span class="spinner" role="status"><span class="visually-hidden"></span></span>`);
  }

  protected override update(): void {
    this.inner(".visually-hidden").textContent = this.text("accessibilityLabel") || "Loading";
  }
}

export class SkeletonParagraph extends HostElement {
  static override observedAttributes = ["content"];

  protected override build(): void {
    this.shadow(`<span class="skeleton" aria-hidden="true"></span>`);
  }

  protected override update(): void {
    this.inner(".skeleton").textContent = this.text("content") || "Lorem ipsum dolor sit amet consectetur";
  }
}

/** Nothing here yet: what it is, and what can be done. */
export class EmptyState extends HostElement {
  static override observedAttributes = ["heading", "subheading"];

  protected override build(): void {
    this.shadow(
      `<div class="empty"><slot name="graphic"></slot><h2></h2><p></p><slot name="primary-action"></slot><slot name="secondary-actions"></slot></div>`,
    );
  }

  protected override update(): void {
    this.inner("h2").textContent = this.text("heading");
    this.inner("p").textContent = this.text("subheading");
  }
}

withEvents(Banner, "dismiss", "afterhide");
withEvents(Announcement, "dismiss");
