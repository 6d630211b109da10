/** Pictures of a code for scanners, as SVG text: whole modules on whole units, so that they stay sharp at any size. */
export interface CodeImages {
  qr: string;
  barcode: string;
}

/** White around the code, without which scanners do not find it: 4 modules of a QR code, 10 of Code 128. */
const QUIET_QR = 4;
const QUIET_BARS = 10;
const BAR_HEIGHT = 60;
const QR_SCALE = 8;

/** Black on white whatever the page's colours are: scanners ask for nothing less. */
export async function codeImages(code: string): Promise<CodeImages> {
  // Two megabytes of symbologies, which no process but one that is asked for a card has to hold.
  const { default: bwip } = await import("bwip-js/node");
  const [matrix] = bwip.raw("qrcode", code, "eclevel=M");
  const [bars] = bwip.raw("code128", code, "");
  if (matrix === undefined || !("pixs" in matrix) || bars === undefined || !("sbs" in bars))
    throw new Error("a code could not be drawn");
  return { qr: qrSvg(matrix), barcode: barcodeSvg(bars.sbs) };
}

function qrSvg({ pixs, pixx, pixy }: { pixs: number[]; pixx: number; pixy: number }): string {
  const rows = Array.from({ length: pixy }, (_, y) => {
    const row = pixs.slice(y * pixx, (y + 1) * pixx);
    return runs(row).map(([x, width]) => `M${x + QUIET_QR} ${y + QUIET_QR}h${width}v1h-${width}z`);
  });
  return svg(
    { width: pixx + 2 * QUIET_QR, height: pixy + 2 * QUIET_QR, scale: QR_SCALE },
    rows.flat().join(""),
  );
}

/** `widths` are of a bar, a space, a bar … */
function barcodeSvg(widths: readonly number[]): string {
  let x = QUIET_BARS;
  const bars = widths.map((width, place) => {
    const bar = place % 2 === 0 ? `M${x} 0h${width}v${BAR_HEIGHT}h-${width}z` : "";
    x += width;
    return bar;
  });
  // Bars may be stretched each way by itself; modules of a QR code may not.
  return svg({ width: x + QUIET_BARS, height: BAR_HEIGHT, scale: 1, isStretchable: true }, bars.join(""));
}

/** Where dark modules begin, and how many follow each other. */
function runs(row: readonly number[]): [from: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    if (dark === 0) return;
    const last = found.at(-1);
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  });
  return found;
}

interface Size {
  width: number;
  height: number;
  /** Pixels of a module, where the page says nothing else. */
  scale: number;
  isStretchable?: boolean;
}

function svg({ width, height, scale, isStretchable = false }: Size, path: string): string {
  const size = `viewBox="0 0 ${width} ${height}" width="${width * scale}" height="${height * scale}"`;
  const stretch = isStretchable ? ' preserveAspectRatio="none"' : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}${stretch} shape-rendering="crispEdges"><rect width="${width}" height="${height}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
