import { circle, ellipse, flower, GREEN, leaf, line, PALETTES, range } from "./draw.ts";
import type { Drawing } from "./house-plants.ts";

/** Stems that rise from the ground like a fan; `top` draws what stands on each. */
function bunch(
  tops: [x: number, y: number][],
  colour: string,
  top: (x: number, y: number, i: number) => string,
): string {
  const stems = tops.map(([x, y]) => line(`M200 346Q${(x + 200) / 2} 260 ${x} ${y}`, colour, 4));
  return stems.join("") + tops.map(([x, y], i) => top(x, y, i)).join("");
}

function tuft(count: number, length: number, width: number, fills: string[]): string {
  return range(count)
    .map((i) =>
      leaf(
        200,
        348,
        length - Math.abs(i - (count - 1) / 2) * 6,
        width,
        -70 + (140 / (count - 1)) * i,
        fills[i % fills.length] ?? GREEN.leaf,
      ),
    )
    .join("");
}

const FAN: [number, number][] = [
  [96, 128],
  [134, 96],
  [168, 76],
  [204, 64],
  [240, 78],
  [274, 100],
  [308, 132],
];

function lavender(): Drawing {
  const spikes = bunch(FAN, "#7f9c7a", (x, y, i) =>
    range(7)
      .map((k) =>
        ellipse(
          x + (k % 2 ? 5 : -5),
          y + k * 11,
          8,
          7,
          ["#6f5aa8", "#8873c0", "#5c4893"][(i + k) % 3] ?? "#6f5aa8",
        ),
      )
      .join(""),
  );
  return [PALETTES.lilac, spikes + tuft(13, 110, 8, ["#8fae8a", "#a8c3a0"])];
}

function coneflower(): Drawing {
  const heads = bunch(
    [
      [130, 150],
      [202, 92],
      [274, 140],
    ],
    GREEN.leaf,
    (x, y) =>
      range(11)
        .map((i) => leaf(x, y, 58, 9, 96 + i * 16.8, i % 2 ? "#c25b9a" : "#d67bb0"))
        .join("") +
      ellipse(x, y - 6, 26, 22, "#b5562a") +
      ellipse(x, y - 12, 17, 12, "#d9803f"),
  );
  return [PALETTES.rose, tuft(7, 130, 22, [GREEN.leaf, GREEN.fresh]) + heads];
}

function cranesbill(): Drawing {
  const blooms = bunch(
    [
      [104, 190],
      [142, 130],
      [192, 164],
      [210, 92],
      [258, 142],
      [300, 190],
    ],
    GREEN.fresh,
    (x, y) =>
      flower(x, y, 5, 34, 18, "#6f7fd0", "#f4f1ff", 9) +
      range(5)
        .map((i) =>
          line(`M${x} ${y}l${Math.sin(i * 1.257) * 20} ${-Math.cos(i * 1.257) * 20}`, "#4a57a8", 1.5),
        )
        .join(""),
  );
  return [PALETTES.sky, tuft(11, 150, 20, [GREEN.fresh, GREEN.pale, GREEN.leaf]) + blooms];
}

function peony(): Drawing {
  const bloom = (x: number, y: number, size: number): string =>
    ["#e08fa4", "#eaa6b7", "#f2bfcb", "#f8d7de"]
      .map((fill, ring) =>
        range(9 - ring)
          .map((i) =>
            ellipse(
              x + Math.cos(i * (6.283 / (9 - ring)) + ring) * size * (0.62 - ring * 0.17),
              y + Math.sin(i * (6.283 / (9 - ring)) + ring) * size * (0.55 - ring * 0.15),
              size * 0.36,
              size * 0.32,
              fill,
            ),
          )
          .join(""),
      )
      .join("");
  const foliage = [-66, -42, 44, 68].map((angle) => leaf(200, 330, 150, 26, angle, GREEN.deep, "#ffffff33"));
  return [
    PALETTES.mint,
    foliage.join("") +
      bunch(
        [
          [142, 176],
          [262, 168],
          [202, 108],
        ],
        GREEN.leaf,
        (x, y, i) => bloom(x, y, i === 2 ? 82 : 62),
      ),
  ];
}

function salvia(): Drawing {
  const spikes = bunch(
    [
      [120, 118],
      [160, 82],
      [200, 56],
      [240, 84],
      [280, 120],
    ],
    "#3b3347",
    (x, y, i) =>
      range(10)
        .map(
          (k) =>
            ellipse(x - 8, y + k * 13, 9, 5, k % 2 ? "#4c43a6" : "#6258c4", -25) +
            ellipse(x + 8, y + k * 13 + 5, 9, 5, i % 2 ? "#6258c4" : "#4c43a6", 25),
        )
        .join(""),
  );
  return [PALETTES.straw, spikes + tuft(9, 100, 18, [GREEN.leaf, GREEN.deep])];
}

function daisy(): Drawing {
  const heads = bunch(
    [
      [108, 166],
      [154, 104],
      [206, 150],
      [240, 78],
      [294, 140],
    ],
    GREEN.fresh,
    (x, y) => flower(x, y, 14, 40, 7, "#ffffff", "#f0b93a", 14) + circle(x - 3, y - 3, 6, "#f7d06a"),
  );
  return [PALETTES.mint, tuft(15, 90, 7, [GREEN.fresh, GREEN.leaf]) + heads];
}

function hosta(): Drawing {
  const fan = [-86, -64, 86, 64, -42, 42, -20, 20, 0].map((angle, i) =>
    leaf(
      200,
      340,
      168 - Math.abs(angle) * 0.45,
      52,
      angle,
      ["#5f8f96", "#77a6a8", "#8fbab6"][i % 3] ?? "#77a6a8",
      "#ffffff66",
    ),
  );
  const bells =
    line("M200 330Q212 180 206 70", "#8aa79a", 4) +
    range(5)
      .map((k) => leaf(206 + (k % 2 ? 4 : -4), 78 + k * 20, 26, 9, k % 2 ? 130 : -130, "#c9bfe6"))
      .join("");
  return [PALETTES.sky, bells + fan.join("")];
}

function featherGrass(): Drawing {
  const blades = range(23).map((i) => {
    const lean = (i - 11) * 13;
    return line(
      `M${200 + (i - 11) * 3} 348Q${200 + lean * 0.4} 220 ${200 + lean} ${86 + Math.abs(i - 11) * 8}`,
      ["#a8a25c", "#c4b973", "#8f9a55"][i % 3] ?? "#a8a25c",
      3,
    );
  });
  const plumes = range(12).map((i) => {
    const lean = (i - 5.5) * 24;
    return leaf(
      200 + lean * 0.92,
      140 + Math.abs(i - 5.5) * 9,
      78,
      9,
      lean * 0.22,
      i % 2 ? "#ead9a8" : "#f3e6c2",
    );
  });
  return [PALETTES.sand, blades.join("") + plumes.join("")];
}

export const PERENNIALS: Record<string, () => Drawing> = {
  "lavender-hidcote": lavender,
  "purple-coneflower": coneflower,
  "cranesbill-rozanne": cranesbill,
  "peony-sarah-bernhardt": peony,
  "salvia-caradonna": salvia,
  "ox-eye-daisy": daisy,
  "hosta-halcyon": hosta,
  "feather-grass": featherGrass,
};
