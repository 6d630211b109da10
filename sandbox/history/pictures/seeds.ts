import {
  circle,
  ellipse,
  flower,
  GREEN,
  leaf,
  line,
  path,
  PALETTES,
  range,
  rect,
  type Palette,
} from "./draw.ts";
import type { Drawing } from "./house-plants.ts";

/** A paper packet, slightly turned, with its contents painted on it. */
function packet(palette: Palette, band: string, content: string): Drawing {
  const paper =
    rect(112, 70, 176, 272, "#fffaf0", 8) + rect(112, 70, 176, 34, band, 8) + rect(112, 92, 176, 12, band);
  const stitches = range(11)
    .map((i) => rect(122 + i * 15, 79, 8, 3, "#ffffff99", 1))
    .join("");
  const label = rect(134, 298, 132, 8, band, 4) + rect(158, 314, 84, 6, "#d8cdb8", 3);
  return [
    palette,
    `<g transform="rotate(-4 200 200)">${rect(120, 78, 176, 272, "#00000012", 8)}${paper}${stitches}${content}${label}</g>`,
  ];
}

function tomato(): Drawing {
  const fruits = (
    [
      [164, 206, 27],
      [216, 190, 29],
      [188, 252, 28],
      [238, 244, 26],
    ] as const
  ).map(
    ([x, y, r]) =>
      circle(x, y, r, "#d8492f") +
      ellipse(x - 9, y - 9, 6, 4, "#f0917c", -40) +
      flower(x, y - r + 5, 5, 13, 3, GREEN.leaf, GREEN.deep, 3),
  );
  return packet(
    PALETTES.rose,
    "#d8492f",
    line("M200 126Q188 160 190 232M200 150Q222 160 218 170", GREEN.leaf, 4) + fruits.join(""),
  );
}

function sunflower(): Drawing {
  const head =
    range(18)
      .map((i) => leaf(200, 192, 62, 12, i * 20, i % 2 ? "#b4512b" : "#d0702f"))
      .join("") +
    circle(200, 192, 30, "#4d3324") +
    circle(200, 192, 19, "#6a4832");
  return packet(
    PALETTES.straw,
    "#b4512b",
    line("M200 220V286", GREEN.leaf, 6) +
      leaf(200, 270, 46, 14, 60, GREEN.fresh) +
      leaf(200, 276, 46, 14, -60, GREEN.fresh) +
      head,
  );
}

function sweetPea(): Drawing {
  const bloom = (x: number, y: number, fill: string, inner: string): string =>
    ellipse(x - 13, y, 18, 21, fill, -20) +
    ellipse(x + 13, y, 18, 21, fill, 20) +
    ellipse(x, y + 10, 11, 13, inner);
  const vine =
    line("M206 288Q160 230 204 186Q232 156 196 124", GREEN.leaf, 4) +
    line("M204 186q30 -10 44 8q6 12 -6 14", GREEN.fresh, 2.5);
  return packet(
    PALETTES.lilac,
    "#9a6bb5",
    vine +
      bloom(176, 150, "#c98ad0", "#ecd0ee") +
      bloom(228, 176, "#e58fae", "#f8d3de") +
      bloom(170, 216, "#8f7fd0", "#d3ccf2") +
      leaf(200, 262, 44, 14, 70, GREEN.fresh),
  );
}

function basil(): Drawing {
  const leaves = (
    [
      [200, 170, 0],
      [200, 196, 56],
      [200, 196, -56],
      [200, 232, 66],
      [200, 232, -66],
      [200, 256, 40],
      [200, 256, -40],
    ] as const
  ).map(([x, y, angle], i) => leaf(x, y, 58, 27, angle, i % 2 ? GREEN.leaf : GREEN.fresh, "#ffffff66"));
  return packet(PALETTES.mint, GREEN.leaf, line("M200 290V160", GREEN.fresh, 5) + leaves.join(""));
}

function radish(): Drawing {
  const root = (x: number, y: number, angle: number): string =>
    `<g transform="rotate(${angle} ${x} ${y})">${leaf(x, y - 34, 56, 13, -16, GREEN.leaf)}${leaf(x, y - 34, 60, 13, 14, GREEN.fresh)}${path(`M${x - 18} ${y - 30}Q${x} ${y - 46} ${x + 18} ${y - 30}Q${x + 20} ${y + 18} ${x} ${y + 38}Q${x - 20} ${y + 18} ${x - 18} ${y - 30}Z`, "#cf2f5c")}${path(`M${x - 14} ${y + 8}Q${x} ${y + 18} ${x + 14} ${y + 8}Q${x + 8} ${y + 28} ${x} ${y + 38}Q${x - 8} ${y + 28} ${x - 14} ${y + 8}Z`, "#fdf3f0")}${line(`M${x} ${y + 38}q3 12 -4 20`, "#e9c5c5", 2)}</g>`;
  return packet(PALETTES.sand, "#cf2f5c", root(166, 220, -14) + root(236, 222, 14) + root(200, 228, 0));
}

/** Bulbs on the ground and the flower they will be. */
function bulbs(colour: string, dark: string): string {
  return [136, 200, 264]
    .map((x, i) => {
      const y = 312 + (i % 2) * 8;
      return (
        path(
          `M${x} ${y - 44}Q${x + 34} ${y - 14} ${x + 22} ${y + 22}Q${x} ${y + 34} ${x - 22} ${y + 22}Q${x - 34} ${y - 14} ${x} ${y - 44}Z`,
          colour,
        ) +
        line(
          `M${x} ${y - 36}Q${x + 12} ${y} ${x + 6} ${y + 24}M${x - 3} ${y - 30}Q${x - 16} ${y} ${x - 9} ${y + 22}`,
          dark,
          2,
        ) +
        line(`M${x - 9} ${y + 28}v8M${x} ${y + 30}v8M${x + 9} ${y + 28}v8`, "#cbb99b", 2)
      );
    })
    .join("");
}

function tulip(): Drawing {
  const bloom = (x: number, y: number): string =>
    line(`M${x} ${y + 30}Q${x + 4} 230 200 300`, GREEN.leaf, 5) +
    path(
      `M${x - 32} ${y - 30}Q${x - 16} ${y - 12} ${x} ${y - 42}Q${x + 16} ${y - 12} ${x + 32} ${y - 30}Q${x + 38} ${y + 34} ${x} ${y + 40}Q${x - 38} ${y + 34} ${x - 32} ${y - 30}Z`,
      "#4b2140",
    ) +
    path(
      `M${x - 13} ${y - 12}Q${x} ${y - 30} ${x + 13} ${y - 12}Q${x + 16} ${y + 30} ${x} ${y + 38}Q${x - 16} ${y + 30} ${x - 13} ${y - 12}Z`,
      "#6d3560",
    );
  return [
    PALETTES.rose,
    leaf(190, 310, 170, 20, -18, GREEN.blue) +
      leaf(212, 310, 160, 20, 20, GREEN.leaf) +
      bloom(150, 128) +
      bloom(254, 122) +
      bloom(202, 88) +
      bulbs("#b07a4a", "#8b5c34"),
  ];
}

function snowdrop(): Drawing {
  const bell = (x: number, y: number, side: number): string =>
    line(
      `M${x - side * 30} 300Q${x - side * 34} ${y - 30} ${x - side * 8} ${y - 30}Q${x} ${y - 30} ${x} ${y - 10}`,
      GREEN.leaf,
      4,
    ) +
    leaf(x, y - 14, 56, 15, 156, "#ffffff") +
    leaf(x, y - 14, 56, 15, 204, "#ffffff") +
    leaf(x, y - 14, 60, 14, 180, "#f4f7f2") +
    ellipse(x, y - 12, 8, 9, GREEN.fresh);
  const blades = [-26, -12, 8, 22].map((angle) => leaf(200, 320, 150, 11, angle, GREEN.blue));
  return [
    PALETTES.sky,
    blades.join("") + bell(138, 148, -1) + bell(262, 138, 1) + bell(218, 96, 1) + bulbs("#e4d9bf", "#bfae8b"),
  ];
}

export const SEEDS: Record<string, () => Drawing> = {
  "tomato-seeds": tomato,
  "sunflower-seeds": sunflower,
  "sweet-pea-seeds": sweetPea,
  "basil-seeds": basil,
  "radish-seeds": radish,
  "tulip-bulbs": tulip,
  "snowdrop-bulbs": snowdrop,
};
