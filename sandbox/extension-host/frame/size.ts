import { listen, tell } from "./line.ts";

/** Tells the page how high the content is, whenever that changes: a frame has no height of its own. */
export function followSize(): void {
  let known = -1;
  const measure = () => {
    if (document.documentElement.dataset.overlay !== undefined) return;
    const pixels = Math.ceil(document.body.getBoundingClientRect().height);
    if (pixels === known) return;
    known = pixels;
    tell({ tell: "height", pixels });
  };
  listen((message) => {
    if (message.say !== "rect") return;
    const { style } = document.documentElement;
    style.setProperty("--was-top", `${message.top}px`);
    style.setProperty("--was-left", `${message.left}px`);
    style.setProperty("--was-width", `${message.width}px`);
  });
  new ResizeObserver(measure).observe(document.body);
  measure();
}
