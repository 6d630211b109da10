import { circle, CLAY, ellipse, GREEN, leaf, line, path, PALETTES, pot, range, rect, STEEL } from "./draw.ts";
import type { Drawing } from "./house-plants.ts";

function terracotta(): Drawing {
  const pale = { base: "#d08260", dark: "#ab6040", light: "#e3a384" };
  /** A pot of another size on the same ground. */
  const standing = (x: number, size: number, content: string): string =>
    `<g transform="translate(${x - 200 * size} ${346 - 346 * size}) scale(${size})">${content}</g>`;
  return [
    PALETTES.sand,
    standing(156, 1, pot(120, 190, CLAY)) +
      standing(276, 0.68, pot(120, 190, pale)) +
      standing(216, 0.42, pot(120, 190, { base: "#b5633f", dark: "#914c2e", light: "#cc7f5b" })),
  ];
}

function glazed(): Drawing {
  const body =
    path("M104 120H296Q304 240 258 338Q200 352 142 338Q96 240 104 120Z", "#2f7f9c") +
    path("M236 120H296Q304 240 258 338Q232 346 206 346Q262 240 236 120Z", "#246680");
  const runs = path(
    "M104 120H296V158Q284 190 272 160Q258 214 244 164Q226 196 212 162Q196 232 178 164Q164 186 150 160Q132 206 118 164Q108 170 104 150Z",
    "#8fd0d6",
  );
  return [
    PALETTES.sky,
    body + runs + rect(98, 106, 204, 26, "#a9dde0", 10) + ellipse(140, 200, 7, 34, "#ffffff44", 8),
  ];
}

function speckled(): Drawing {
  const body =
    path("M112 140H288V300Q288 342 246 344H154Q112 342 112 300Z", "#f2eee4") +
    path("M240 140H288V300Q288 342 246 344H214Q244 330 240 140Z", "#dcd5c5");
  const speckles = range(64).map((i) =>
    circle(
      120 + ((i * i * 13 + i * 71) % 160),
      156 + ((i * i * 29 + i * 37) % 178),
      1.4 + (i % 3) * 0.9,
      i % 4 ? "#8a7a66" : "#5f5244",
    ),
  );
  const plant = [-34, -12, 12, 34].map((angle) =>
    leaf(200, 142, 84, 20, angle, angle < 0 ? GREEN.leaf : GREEN.fresh, "#ffffff44"),
  );
  return [PALETTES.rose, plant.join("") + body + speckles.join("") + rect(108, 132, 184, 14, "#fffdf6", 6)];
}

function hanging(): Drawing {
  const cords =
    line("M200 20L112 190M200 20L288 190M200 20V190", "#c9ad83", 4) + circle(200, 20, 9, "#c9ad83");
  const trailing =
    [-70, -44, 44, 70].map((angle) => leaf(200, 196, 96, 16, angle, GREEN.fresh)).join("") +
    [-24, 0, 24].map((angle) => leaf(200, 196, 84, 18, angle, GREEN.leaf)).join("");
  const bowl =
    path("M98 188H302Q298 300 200 304Q102 300 98 188Z", "#e9e2d2") +
    path("M98 188H302Q301 216 290 240H110Q99 216 98 188Z", "#d77f5c") +
    path("M246 188H302Q298 300 200 304Q268 280 246 188Z", "#00000018");
  const spill = [118, 142, 262, 284].map(
    (x, i) =>
      line(`M${x} 190q${i < 2 ? -16 : 16} 40 ${i % 2 ? -4 : 4} ${70 + i * 8}`, GREEN.leaf, 3) +
      range(4)
        .map((k) => ellipse(x + (i < 2 ? -9 : 9), 206 + k * 17, 8, 5, GREEN.pale, k % 2 ? 30 : -30))
        .join(""),
  );
  return [PALETTES.mint, cords + trailing + bowl + spill.join("")];
}

function trough(): Drawing {
  const herb = (x: number, fill: string, width: number, count: number): string =>
    range(count)
      .map((i) =>
        leaf(
          x + (i - (count - 1) / 2) * 8,
          236,
          92 - Math.abs(i - (count - 1) / 2) * 12,
          width,
          (i - (count - 1) / 2) * 15,
          fill,
        ),
      )
      .join("");
  const body =
    path("M62 226H338L318 336H82Z", STEEL.base) +
    path("M238 226H338L318 336H228Z", STEEL.dark, ' opacity=".5"') +
    rect(56, 216, 288, 20, STEEL.light, 6) +
    line("M110 262H290M106 300H294", "#ffffff55", 3);
  return [
    PALETTES.straw,
    herb(108, GREEN.fresh, 13, 6) +
      herb(172, "#8b9d77", 6, 9) +
      herb(234, GREEN.deep, 10, 7) +
      herb(294, GREEN.pale, 15, 5) +
      body,
  ];
}

function basket(): Drawing {
  const weave = range(9).flatMap((row) =>
    range(13).map((col) => {
      const width = 204 - row * 5;
      return ellipse(
        200 - width / 2 + 10 + col * ((width - 20) / 12),
        166 + row * 20,
        11,
        8,
        (row + col) % 2 ? "#cfa86d" : "#b98f55",
        0,
      );
    }),
  );
  const handles = line(
    "M104 176Q70 150 92 122Q112 108 126 152M296 176Q330 150 308 122Q288 108 274 152",
    "#a87d45",
    9,
  );
  const body = path("M94 152H306L282 340Q200 352 118 340Z", "#a87d45");
  return [PALETTES.lilac, handles + body + weave.join("") + rect(88, 144, 224, 18, "#dcbb86", 9)];
}

export const POTS: Record<string, () => Drawing> = {
  "terracotta-pot": terracotta,
  "glazed-planter": glazed,
  "speckled-cachepot": speckled,
  "hanging-planter": hanging,
  "herb-trough": trough,
  "seagrass-basket": basket,
};
