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
  STEEL,
  WOOD,
} from "./draw.ts";
import type { Drawing } from "./house-plants.ts";

function beeHotel(): Drawing {
  const house =
    path("M200 56L320 148H80Z", WOOD.dark) +
    rect(96, 140, 208, 204, WOOD.base, 4) +
    rect(112, 156, 176, 172, WOOD.light, 3) +
    rect(112, 240, 176, 8, WOOD.dark);
  const tubes = range(40).map((i) => {
    const x = 126 + (i % 8) * 21.2;
    const y = 172 + Math.floor(i / 8) * 21 + (i >= 16 ? 30 : 0) + (i % 2) * 3;
    return circle(x, Math.min(y, 316), 8.5, "#8c6238") + circle(x, Math.min(y, 316), 5, "#3f2a17");
  });
  const bee = (x: number, y: number, s: number): string =>
    `<g transform="translate(${x} ${y}) scale(${s})">${ellipse(-4, -9, 7, 11, "#ffffffcc", -30)}${ellipse(7, -9, 7, 11, "#ffffffcc", 25)}${ellipse(0, 2, 15, 10, "#eab53a")}${line("M-4 -6V10M4 -7V10", "#3b2c20", 4)}${circle(14, 1, 5, "#3b2c20")}</g>`;
  return [PALETTES.straw, house + tubes.join("") + bee(330, 120, 1.2) + bee(64, 196, -1)];
}

function birdFeeder(): Drawing {
  const feeder =
    line("M200 24V72", "#74868d", 4) +
    path("M124 120Q200 40 276 120Z", GREEN.deep) +
    rect(150, 120, 100, 164, "#dfeaf0", 8) +
    rect(156, 168, 88, 112, "#d3a765", 4) +
    range(34)
      .map((i) =>
        ellipse(164 + ((i * 31) % 74), 178 + ((i * 47) % 94), 4, 2.6, i % 2 ? "#a97a3b" : "#edcf97", i * 40),
      )
      .join("") +
    rect(112, 280, 176, 16, GREEN.deep, 7) +
    rect(228, 124, 10, 152, "#ffffff88", 5);
  const robin =
    path("M74 262Q70 222 106 218Q136 218 138 250Q132 280 100 280Q84 278 74 262L46 270Z", "#8c7059") +
    path("M112 232Q140 230 138 252Q132 276 106 276Q100 250 112 232Z", "#dd6f3c") +
    circle(116, 230, 3.4, "#2b2320") +
    path("M136 232L152 236L137 240Z", "#e3b04b") +
    line("M104 278V294M114 276V294", "#5d4a3b", 3);
  return [PALETTES.sky, feeder + `<g transform="translate(2 -12)">${robin}</g>`];
}

function lantern(): Drawing {
  const frame =
    line("M164 108Q200 20 236 108", "#4c565b", 6) +
    path("M136 140Q140 104 200 100Q260 104 264 140Z", "#4c565b") +
    rect(128, 136, 144, 14, "#39424a", 5) +
    rect(136, 150, 128, 160, "#fff5d6cc", 6) +
    rect(128, 306, 144, 36, "#4c565b", 6);
  const flame =
    circle(200, 232, 62, "#fbe3a0") +
    rect(184, 246, 32, 62, "#fffaf0", 5) +
    leaf(200, 250, 48, 15, 0, "#f0993b") +
    leaf(200, 248, 28, 8, 0, "#fde28a") +
    line("M200 252V244", "#5d4a3b", 2);
  return [PALETTES.lilac, frame + flame + line("M140 150V306M260 150V306M200 150V178", "#4c565b", 7)];
}

function kit(): Drawing {
  const box =
    path("M78 222H322V336Q322 344 314 344H86Q78 344 78 336Z", WOOD.light) +
    rect(78, 222, 244, 18, WOOD.base) +
    line("M78 282H322", WOOD.base, 3) +
    rect(146, 262, 108, 52, "#fff8e8", 6) +
    leaf(186, 306, 34, 11, -14, GREEN.leaf) +
    leaf(212, 306, 34, 11, 14, GREEN.fresh);
  const herbs = [112, 168, 228, 286].map((x, i) =>
    range(5)
      .map((k) =>
        leaf(
          x,
          226,
          70 - Math.abs(k - 2) * 8 + (i % 2) * 20,
          [16, 8, 12, 18][i] ?? 12,
          (k - 2) * 22,
          [GREEN.fresh, GREEN.blue, GREEN.deep, GREEN.pale][i] ?? GREEN.leaf,
        ),
      )
      .join(""),
  );
  const bow =
    path("M190 60Q150 30 150 66Q154 84 196 74Z", "#d0574a") +
    path("M210 60Q250 30 250 66Q246 84 204 74Z", "#d0574a") +
    circle(200, 68, 10, "#b5443a") +
    line("M196 76L178 110M204 76L224 110", "#d0574a", 6);
  return [PALETTES.rose, `${herbs.join("")}${box}<g transform="translate(82 186) scale(.9)">${bow}</g>`];
}

function giftCard(): Drawing {
  const card =
    rect(58, 118, 284, 182, GREEN.deep, 18) +
    path("M58 230Q150 180 342 246V282Q342 300 324 300H76Q58 300 58 282Z", "#275a3e");
  const bloom =
    flower(268, 178, 8, 44, 12, "#f2c1b6", "#f0b93a", 11) +
    leaf(250, 270, 70, 14, 14, GREEN.fresh) +
    leaf(240, 270, 60, 12, -24, GREEN.pale);
  const ribbon =
    rect(108, 118, 16, 182, "#e9c46a") +
    path("M116 118Q76 76 82 112Q92 128 116 120Q140 128 150 112Q156 76 116 118Z", "#e9c46a");
  return [
    PALETTES.mint,
    `<g transform="rotate(-6 200 210)">${rect(66, 128, 284, 182, "#00000014", 18)}${card}${line("M256 290Q262 240 268 184", GREEN.fresh, 4)}${bloom}${ribbon}${rect(146, 262, 84, 9, "#ffffff88", 4)}${rect(146, 240, 54, 9, "#ffffffbb", 4)}</g>`,
  ];
}

/** Where a product has no picture of its own: a parcel. */
export function parcel(): Drawing {
  const box =
    path("M84 170L200 130L316 170V316L200 352L84 316Z", WOOD.light) +
    path("M200 206L316 170V316L200 352Z", WOOD.base) +
    path("M84 170L200 206L316 170L200 130Z", "#e3c39c") +
    path("M140 150L256 187V224L238 219V192L122 157Z", STEEL.light, ' opacity=".8"');
  return [
    PALETTES.sand,
    box + leaf(142, 296, 54, 15, -20, GREEN.leaf) + leaf(150, 298, 46, 13, 22, GREEN.fresh),
  ];
}

export const TERRACE: Record<string, () => Drawing> = {
  "bee-hotel": beeHotel,
  "bird-feeder": birdFeeder,
  "storm-lantern": lantern,
  "windowsill-garden-kit": kit,
  "gift-card": giftCard,
};
