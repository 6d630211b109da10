import { HostElement } from "./host-element.ts";
import { Section } from "./words.ts";

/** A card on a page of the admin. */
export class AdminBlock extends Section {}

/** What fills a dialog of the admin: a heading, what is asked, and what can be done. */
export class AdminAction extends HostElement {
  static override observedAttributes = ["heading", "loading"];

  protected override build(): void {
    this.shadow(`
      <section class="admin-action">
        <h2></h2>
        <slot></slot>
        <footer class="admin-buttons"><slot name="secondary-actions"></slot><slot name="primary-action"></slot></footer>
      </section>`);
  }

  protected override update(): void {
    this.inner("h2").textContent = this.text("heading");
    this.inner("section").setAttribute("aria-busy", this.flag("loading") ? "true" : "false");
  }
}
