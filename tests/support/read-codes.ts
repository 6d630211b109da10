import {
  BinaryBitmap,
  Code128Reader,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from "@zxing/library";

/** Enough pixels a module for a reader, and few enough to be quick. */
const PIXELS = 4;

/** What a scanner reads in a picture of ours. */
export function readQr(svg: string): string {
  return new QRCodeReader().decode(bitmapOf(svg)).getText();
}

export function readBarcode(svg: string): string {
  return new Code128Reader().decode(bitmapOf(svg)).getText();
}

/** Dark rectangles on white are all there is in the picture: a fault to be thrown where there is anything else. */
function bitmapOf(svg: string): BinaryBitmap {
  const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
  const [, path = ""] = /<path d="([^"]*)" fill="#000"\/>/.exec(svg) ?? [];
  const pixels = new Uint8ClampedArray(width * height * PIXELS * PIXELS).fill(255);
  const across = width * PIXELS;
  for (const rectangle of path.match(/M[^M]*/g) ?? []) {
    const [, x, y, w, h] = (/^M(\d+) (\d+)h(\d+)v(\d+)h-\3z$/.exec(rectangle) ?? []).map(Number);
    if (x === undefined || y === undefined || w === undefined || h === undefined) throw new Error(rectangle);
    for (let row = y * PIXELS; row < (y + h) * PIXELS; row++)
      pixels.fill(0, row * across + x * PIXELS, row * across + (x + w) * PIXELS);
  }
  return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, across, height * PIXELS)));
}
