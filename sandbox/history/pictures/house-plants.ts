import {
  CLAY,
  ellipse,
  flower,
  GREEN,
  leaf,
  line,
  path,
  pot,
  range,
  type Palette,
  PALETTES,
} from "./draw.ts";

export type Drawing = [Palette, string];

const WHITE_POT = { base: "#eef0ea", dark: "#cfd5cc", light: "#ffffff" };
const BLUE_POT = { base: "#5f8aa8", dark: "#466d89", light: "#82a9c4" };
const PINK_POT = { base: "#d99a94", dark: "#bf7d77", light: "#ebb7b1" };

function monstera(): Drawing {
  const stems: [number, number, number][] = [
    [120, 170, -58],
    [168, 96, -20],
    [236, 88, 16],
    [292, 158, 55],
    [205, 160, -4],
  ];
  const leaves = stems.map(([x, y, angle], i) => {
    const fill = [GREEN.deep, GREEN.leaf, GREEN.deep, GREEN.leaf, GREEN.fresh][i] ?? GREEN.leaf;
    const holes = [-1, 1]
      .map((side) => ellipse(x + side * 15, y - 6, 4, 12, "#f1f8f1", angle + side * 35))
      .join("");
    return (
      line(`M200 256Q${(x + 200) / 2} 220 ${x} ${y + 30}`, GREEN.deep, 5) +
      heart(x, y, 62, angle, fill) +
      holes
    );
  });
  return [PALETTES.mint, leaves.join("") + pot(250, 130, WHITE_POT)];
}

function heart(x: number, y: number, size: number, angle: number, fill: string): string {
  const s = size;
  const blade = `M0 ${-s * 0.75}C${s * 0.75} ${-s * 0.55} ${s * 0.8} ${s * 0.3} ${s * 0.32} ${s * 0.5}Q${s * 0.1} ${s * 0.58} 0 ${s * 0.3}Q${-s * 0.1} ${s * 0.58} ${-s * 0.32} ${s * 0.5}C${-s * 0.8} ${s * 0.3} ${-s * 0.75} ${-s * 0.55} 0 ${-s * 0.75}Z`;
  return `<g transform="translate(${x} ${y}) rotate(${angle})">${path(blade, fill)}${line(`M0 ${s * 0.3}V${-s * 0.6}`, "#ffffff55", 2)}</g>`;
}

function snakePlant(): Drawing {
  const blades: [number, number, number, string][] = [
    [165, 190, -14, GREEN.deep],
    [238, 200, 15, GREEN.deep],
    [182, 225, -4, GREEN.leaf],
    [220, 215, 7, GREEN.leaf],
    [201, 160, 1, GREEN.fresh],
  ];
  const drawn = blades.map(
    ([x, length, angle, fill]) =>
      leaf(x, 262, length, 26, angle, "#d9cf7a") + leaf(x, 262, length - 12, 19, angle, fill),
  );
  return [PALETTES.straw, drawn.join("") + pot(250, 124, CLAY)];
}

function bostonFern(): Drawing {
  const fronds = range(11).map((i) => {
    const angle = -80 + i * 16;
    const reach = 150 - Math.abs(angle) * 0.25;
    const fill = i % 2 === 0 ? GREEN.leaf : GREEN.fresh;
    const leaflets = range(9).map((k) => {
      const y = -reach * (0.2 + k * 0.085);
      return leaf(0, y, 26 - k * 1.6, 7, 62, fill) + leaf(0, y, 26 - k * 1.6, 7, -62, fill);
    });
    return `<g transform="translate(200 254) rotate(${angle})">${line(`M0 0V${-reach}`, GREEN.deep, 3)}${leaflets.join("")}</g>`;
  });
  return [PALETTES.sky, fronds.join("") + pot(246, 126, PINK_POT)];
}

function peaceLily(): Drawing {
  const foliage = [-62, -40, -20, 18, 38, 60].map((angle, i) =>
    leaf(200, 262, 150 - Math.abs(angle) * 0.5, 30, angle, i % 2 ? GREEN.leaf : GREEN.deep, "#ffffff44"),
  );
  const blooms: [number, number, number][] = [
    [172, 84, -12],
    [232, 66, 10],
  ];
  const flowers = blooms.map(
    ([x, y, angle]) =>
      line(`M200 260Q${(x + 200) / 2} 160 ${x} ${y + 40}`, GREEN.fresh, 4) +
      leaf(x, y + 50, 82, 30, angle, "#ffffff") +
      ellipse(x, y + 18, 6, 24, "#e8d27a", angle),
  );
  return [PALETTES.lilac, foliage.join("") + flowers.join("") + pot(254, 120, BLUE_POT)];
}

function stringOfHearts(): Drawing {
  const strands = [128, 152, 176, 200, 224, 248, 272].map((x, i) => {
    const drop = 120 + ((i * 53) % 70);
    const hearts = range(Math.floor(drop / 26)).map((k) =>
      heart(
        x + (k % 2 ? 11 : -11),
        166 + ((i * 17) % 14) + k * 26,
        15,
        k % 2 ? 110 : -110,
        k % 2 ? GREEN.blue : GREEN.leaf,
      ),
    );
    return line(`M200 110Q${x} 120 ${x} ${170 + drop}`, "#a0758a", 2.5) + hearts.join("");
  });
  const bowl =
    path("M130 74H270Q266 140 200 142Q134 140 130 74Z", "#eef0ea") +
    path("M226 74H270Q266 140 200 142Q244 130 226 74Z", "#cfd5cc");
  const cords = line("M136 76L200 6L264 76", "#b98a5a", 3);
  return [PALETTES.rose, cords + strands.join("") + bowl];
}

function barrelCactus(): Drawing {
  const ribs = range(7).map((i) => ellipse(200, 196, 82 - i * 13, 78, i % 2 ? GREEN.fresh : GREEN.leaf));
  const spines = range(5).flatMap((row) =>
    range(7).map((col) => {
      const x = 200 + (col - 3) * (24 - Math.abs(row - 2) * 2.6);
      return flower(x, 140 + row * 28, 5, 9, 1.6, "#f2d260", "#f2d260", 1.6);
    }),
  );
  const bloom = flower(200, 118, 9, 20, 6, "#f4a63f", "#e07a2f", 6);
  return [PALETTES.sand, ribs.join("") + spines.join("") + bloom + pot(258, 132, CLAY)];
}

function echeveria(): Drawing {
  const rosette = (x: number, y: number, size: number, colours: string[]): string =>
    colours
      .map((fill, ring) =>
        range(9)
          .map((i) =>
            leaf(x, y, size * (1 - ring * 0.27), size * 0.3 * (1 - ring * 0.2), i * 40 + ring * 20, fill),
          )
          .join(""),
      )
      .join("");
  const bowl =
    path("M86 250H314Q306 344 200 346Q94 344 86 250Z", "#eef0ea") +
    path("M240 250H314Q306 344 200 346Q270 320 240 250Z", "#d6dbd1");
  return [
    PALETTES.rose,
    bowl +
      rosette(136, 226, 62, ["#5d8f86", "#79aaa0", "#9cc6bb"]) +
      rosette(266, 222, 66, ["#b5747f", "#cd939b", "#e3b6ba"]) +
      rosette(202, 190, 64, ["#5b8f5f", "#7fb27c", "#abd19f"]),
  ];
}

function fiddleLeafFig(): Drawing {
  const trunk = line("M200 268Q196 200 204 110", "#8a6a4a", 9);
  const crown: [number, number, number][] = [
    [200, 120, -8],
    [200, 132, 42],
    [200, 138, -52],
    [202, 160, 74],
    [198, 168, -80],
    [201, 186, 58],
    [199, 196, -62],
    [202, 108, 18],
  ];
  const leaves = crown.map(([x, y, angle], i) =>
    leaf(x, y, 92, 34, angle, [GREEN.leaf, GREEN.deep, GREEN.fresh][i % 3] ?? GREEN.leaf, "#ffffff55"),
  );
  return [
    PALETTES.mint,
    trunk + leaves.join("") + pot(262, 118, { base: "#4f5b57", dark: "#3a4441", light: "#6b7974" }),
  ];
}

export const HOUSE_PLANTS: Record<string, () => Drawing> = {
  monstera,
  "snake-plant": snakePlant,
  "boston-fern": bostonFern,
  "peace-lily": peaceLily,
  "string-of-hearts": stringOfHearts,
  "golden-barrel-cactus": barrelCactus,
  "echeveria-trio": echeveria,
  "fiddle-leaf-fig": fiddleLeafFig,
};
