import { HostElement, setOrRemove, withEvents } from "./host-element.ts";

export class Picture extends HostElement {
  static override observedAttributes = [
    "src",
    "alt",
    "aspectratio",
    "objectfit",
    "inlinesize",
    "borderradius",
    "loading",
  ];

  protected override build(): void {
    this.shadow(`<img alt="">`);
  }

  protected override update(): void {
    const image = this.inner<HTMLImageElement>("img");
    image.alt = this.text("alt");
    setOrRemove(image, "src", this.text("src"));
    image.style.aspectRatio = this.text("aspectRatio");
    image.style.objectFit = this.text("objectFit");
    this.style.inlineSize = this.text("inlineSize") === "auto" ? "auto" : "100%";
  }
}

/** Drawings for the names that are used; any other name is a plain dot. */
const DRAWINGS: Record<string, string> = {
  check: "m3 8.5 3.2 3.2L13 5",
  "check-circle": "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm-2.8 6.7 2 2 3.6-4",
  star: "m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5Z",
  "star-filled": "m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5Z",
  clock: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4.5V8l2.5 1.5",
  info: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7v4M8 4.8v.2",
  lock: "M4 7.5h8v6H4ZM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  "gift-card": "M2 4h12v9H2Zm0 3h12M6 4v9",
  discount: "m2.5 8 5.5-5.5h5v5L7.5 13ZM10.5 5.5v.1",
  profile: "M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8Zm-5 5.5c.6-2.6 2.6-4 5-4s4.4 1.4 5 4",
  calendar: "M2.5 4h11v9.5h-11Zm0 3h11M5.5 2.5V5M10.5 2.5V5",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.2 3.2",
  delete: "M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.6 9h5.8l.6-9",
  x: "m4 4 8 8m0-8-8 8",
};

export class Icon extends HostElement {
  static override observedAttributes = ["type", "tone", "size"];

  protected override build(): void {
    this.shadow(
      `<svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path></path></svg>`,
    );
  }

  protected override update(): void {
    const path = this.inner("path");
    path.setAttribute("d", DRAWINGS[this.text("type")] ?? "M8 7.9v.2");
    setOrRemove(path, "fill", this.text("type").endsWith("-filled") ? "currentColor" : null);
  }
}

/** A square to be scanned, drawn by the sandbox. */
export class QrCode extends HostElement {
  static override observedAttributes = ["content", "accessibilitylabel", "size"];

  protected override build(): void {
    this.shadow(`<img class="qr">`);
  }

  protected override update(): void {
    const image = this.inner<HTMLImageElement>("img");
    image.alt = this.text("accessibilityLabel");
    image.src = `/extensions/qr?content=${encodeURIComponent(this.text("content"))}`;
  }
}

/** Copies its text when it is commanded to. */
export class ClipboardItem extends HostElement {
  static override observedAttributes = ["text"];

  protected override update(): void {
    this.hidden = true;
  }

  obey(): void {
    copy(this.text("text")).then(
      () => this.send("copy"),
      () => this.send("copyerror"),
    );
  }
}

/** A frame of no origin may not use the clipboard's own interface everywhere; the old way works with a press. */
async function copy(text: string): Promise<void> {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("The browser does not let this frame copy.");
}

withEvents(ClipboardItem, "copyerror");
