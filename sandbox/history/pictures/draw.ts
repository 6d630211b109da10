/** The strokes all pictures are made of; a picture is a square of 400 by 400. */
export const SIZE = 400;

export type Palette = { paper: string; glow: string; ground: string };

/** Grounds of the family: soft paper, a lighter disc behind the thing, a shade to stand on. */
export const PALETTES = {
  mint: { paper: "#dfeee3", glow: "#f1f8f1", ground: "#c3dccb" },
  sand: { paper: "#f3e9d8", glow: "#fbf5ea", ground: "#e2d2b7" },
  rose: { paper: "#f6e1dd", glow: "#fdf1ee", ground: "#e6c6c0" },
  sky: { paper: "#dde9f2", glow: "#eff6fa", ground: "#c0d4e3" },
  lilac: { paper: "#e8e2f1", glow: "#f5f1fa", ground: "#d0c5e2" },
  straw: { paper: "#f7efc9", glow: "#fdf9e4", ground: "#e6d99f" },
} satisfies Record<string, Palette>;

export const GREEN = { deep: "#2f6b4a", leaf: "#4a8f62", fresh: "#7db56f", pale: "#a9cf9a", blue: "#6d9c9a" };
export const CLAY = { base: "#c8734d", dark: "#a95a38", light: "#dc9270" };
export const STEEL = { base: "#9fb0b6", dark: "#74868d", light: "#c6d2d6" };
export const WOOD = { base: "#b98a5a", dark: "#916a41", light: "#d3aa7e" };

export function picture(palette: Palette, title: string, content: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${escape(title)}">`,
    `<rect width="${SIZE}" height="${SIZE}" fill="${palette.paper}"/>`,
    `<circle cx="200" cy="186" r="150" fill="${palette.glow}"/>`,
    `<ellipse cx="200" cy="346" rx="128" ry="17" fill="${palette.ground}"/>`,
    content,
    "</svg>",
  ].join("");
}

export function path(d: string, fill: string, more = ""): string {
  return `<path d="${d}" fill="${fill}"${more}/>`;
}

export function line(d: string, colour: string, width: number): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

export function circle(x: number, y: number, r: number, fill: string): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, angle = 0): string {
  const turn = angle === 0 ? "" : ` transform="rotate(${n(angle)} ${n(x)} ${n(y)})"`;
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${turn}/>`;
}

export function rect(x: number, y: number, width: number, height: number, fill: string, radius = 0): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${radius}" fill="${fill}"/>`;
}

/** A leaf that grows from (x, y) in a direction (degrees, 0 = up), with its midrib. */
export function leaf(
  x: number,
  y: number,
  length: number,
  width: number,
  angle: number,
  fill: string,
  rib?: string,
): string {
  const blade = `M0 0C${n(width)} ${n(-length * 0.3)} ${n(width * 0.8)} ${n(-length * 0.8)} 0 ${n(-length)}C${n(-width * 0.8)} ${n(-length * 0.8)} ${n(-width)} ${n(-length * 0.3)} 0 0Z`;
  const midrib = rib ? line(`M0 0V${n(-length * 0.88)}`, rib, 2) : "";
  return at(x, y, angle, path(blade, fill) + midrib);
}

/** Petals around a heart. */
export function flower(
  x: number,
  y: number,
  petals: number,
  length: number,
  width: number,
  fill: string,
  heart: string,
  heartSize: number,
): string {
  const ring = range(petals).map((i) => leaf(x, y, length, width, (360 / petals) * i, fill));
  return ring.join("") + circle(x, y, heartSize, heart);
}

export function at(x: number, y: number, angle: number, content: string): string {
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(angle)})">${content}</g>`;
}

/** A pot standing on the ground; its rim is at `top`. */
export function pot(
  top: number,
  width: number,
  colours: { base: string; dark: string; light: string },
): string {
  const half = width / 2;
  const foot = half * 0.68;
  return [
    path(
      `M${n(200 - half * 0.92)} ${top + 20}L${n(200 - foot)} 346H${n(200 + foot)}L${n(200 + half * 0.92)} ${top + 20}Z`,
      colours.base,
    ),
    path(
      `M${n(200 + half * 0.35)} ${top + 20}L${n(200 + foot * 0.45)} 346H${n(200 + foot)}L${n(200 + half * 0.92)} ${top + 20}Z`,
      colours.dark,
      ' opacity=".45"',
    ),
    rect(200 - half, top, width, 26, colours.light, 6),
  ].join("");
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
