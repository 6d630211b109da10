import type { Page } from "playwright-core";

/** How much a text stands out from what is painted beneath it, at the place where it does so least. */
export interface Contrast {
  text: string;
  ratio: number;
  /** What WCAG 2.2 AA asks of a text of this size. */
  needed: 3 | 4.5;
}

/**
 * For texts over pictures, of which axe only says that it cannot tell: the page is painted without its letters, and
 * every pixel behind a line of text is compared with the text's colour.
 */
export async function contrastsOf(page: Page, selectors: string[]): Promise<Contrast[]> {
  if (selectors.length === 0) return [];
  const style = await page.addStyleTag({
    content:
      "* { -webkit-text-fill-color: transparent !important; text-decoration-color: transparent !important; }",
  });
  const picture = (await page.screenshot({ fullPage: true })).toString("base64");
  await style.evaluate((element) => (element as Element).remove());
  return page.evaluate(measure, { selectors, picture });
}

/** Runs in the page. */
async function measure({
  selectors,
  picture,
}: {
  selectors: string[];
  picture: string;
}): Promise<Contrast[]> {
  type Colour = [number, number, number, number];
  const blob = await (await fetch(`data:image/png;base64,${picture}`)).blob();
  const image = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const paper = canvas.getContext("2d", { willReadFrequently: true });
  if (paper === null) throw new Error("there is no canvas");
  paper.drawImage(image, 0, 0);
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  const colourOf = (css: string): Colour => {
    if (brush === null) throw new Error("there is no canvas");
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = css;
    brush.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = brush.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const luminance = (parts: number[]): number => {
    const [r = 0, g = 0, b = 0] = parts.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratioOver = ([r, g, b, a]: Colour, below: number[]): number => {
    const [x = 0, y = 0, z = 0] = below;
    const text = luminance([r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)]);
    const ground = luminance(below);
    return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
  };

  /** Scrolled out of a box of its own, so that nobody sees it now. */
  const isScrolledAway = (element: Element, { top, bottom }: DOMRect): boolean => {
    for (let box = element.parentElement; box !== null && box !== document.body; box = box.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
      const edges = box.getBoundingClientRect();
      if (top < edges.top || bottom > edges.bottom) return true;
    }
    return false;
  };

  return selectors.flatMap((selector) => {
    const element = document.querySelector(selector);
    if (element === null) return [];
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    const own = [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim());
    const colour = colourOf(color);
    let least = Infinity;
    for (const node of own) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const { x, y, width, height } = line;
        if (width < 1 || height < 1 || isScrolledAway(element, line)) continue;
        const { data } = paper.getImageData(x + scrollX, y + scrollY, Math.ceil(width), Math.ceil(height));
        for (let at = 0; at < data.length; at += 4)
          least = Math.min(least, ratioOver(colour, [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]));
      }
    }
    if (least === Infinity) return [];
    const text = element.textContent.trim().slice(0, 60);
    return [{ text, ratio: Math.round(least * 100) / 100, needed: isLarge ? (3 as const) : (4.5 as const) }];
  });
}
