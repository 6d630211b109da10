import { circle, ellipse, GREEN, leaf, line, path, PALETTES, range, rect, STEEL, WOOD } from "./draw.ts";
import type { Drawing } from "./house-plants.ts";

function trowel(): Drawing {
  const handle =
    rect(184, 44, 32, 116, WOOD.base, 16) +
    rect(204, 44, 12, 116, WOOD.dark, 6) +
    rect(186, 146, 28, 16, STEEL.dark, 3) +
    circle(200, 58, 4, "#00000033");
  const blade =
    path("M190 160H210V196Q252 204 250 252Q246 310 200 344Q154 310 150 252Q148 204 190 196Z", STEEL.base) +
    path("M200 196Q252 204 250 252Q246 310 200 344Z", STEEL.dark, ' opacity=".55"') +
    line("M200 206V318", STEEL.light, 3);
  return [PALETTES.mint, `<g transform="rotate(24 200 200)">${handle}${blade}</g>`];
}

function secateurs(): Drawing {
  const grips =
    path("M190 190Q120 240 132 340Q150 350 158 338Q156 262 212 216Z", "#c94a3a") +
    path("M210 190Q280 240 268 340Q250 350 242 338Q244 262 188 216Z", "#a93a2c");
  const blades =
    path("M188 206Q150 130 196 52Q232 110 220 196Z", STEEL.light) +
    path("M214 206Q256 150 240 84Q210 120 196 190Z", STEEL.dark);
  return [
    PALETTES.sand,
    grips +
      blades +
      circle(203, 202, 15, STEEL.base) +
      circle(203, 202, 6, "#4f5b60") +
      line("M176 262Q200 282 226 262", STEEL.dark, 4),
  ];
}

function wateringCan(): Drawing {
  const body =
    path("M128 190H262L274 340H116Z", STEEL.base) +
    path("M216 190H262L274 340H222Z", STEEL.dark, ' opacity=".55"') +
    ellipse(195, 190, 68, 14, STEEL.light);
  const spout =
    path("M262 292L350 152L364 160L268 326Z", STEEL.dark) +
    path("M336 138L384 168L372 178L338 158Z", "#c79a45");
  const handles =
    line("M150 188Q150 96 226 104Q252 110 250 188", STEEL.dark, 11) +
    line("M122 226Q58 240 76 300Q86 326 120 322", STEEL.base, 11);
  const drops = [
    [372, 202],
    [386, 222],
    [362, 226],
  ].map(([x = 0, y = 0]) => leaf(x, y + 10, 16, 5, 0, "#7fb4d6"));
  return [
    PALETTES.sky,
    `<g transform="translate(-18 0)">${handles}${spout}${body}${line("M122 240H270M118 300H272", "#ffffff55", 3)}${drops.join("")}</g>`,
  ];
}

function mister(): Drawing {
  const body =
    path("M148 200Q144 160 186 152H214Q256 160 252 200V326Q252 344 234 344H166Q148 344 148 326Z", "#cf9f47") +
    path("M214 152Q256 160 252 200V326Q252 344 234 344H206Q232 320 228 200Q228 164 206 152Z", "#ab7d2f");
  const head =
    rect(184, 104, 32, 50, "#b78735", 5) +
    rect(170, 82, 84, 28, "#cf9f47", 8) +
    rect(148, 88, 26, 16, "#ab7d2f", 5) +
    path("M250 108Q274 118 262 158L250 152Q256 126 240 112Z", "#ab7d2f");
  const mist = range(18).map((i) =>
    circle(128 - (i % 6) * 15, 96 + ((i * 29) % 70) - 34 + (i % 6) * 0.5, 3.5 - (i % 3) * 0.8, "#9cc3dc"),
  );
  return [PALETTES.lilac, mist.join("") + head + body + ellipse(172, 240, 6, 50, "#ffffff55")];
}

function gloves(): Drawing {
  const hand = (fill: string, palm: string): string =>
    path(
      "M150 340V236Q128 210 112 176Q106 160 120 156Q130 154 140 172L156 196V92Q158 78 170 78Q182 78 183 92V166L188 76Q190 62 202 63Q214 64 213 78V166L220 90Q222 78 233 79Q244 81 242 94L240 174L248 124Q252 112 262 115Q272 118 270 130Q262 200 250 240V340Z",
      fill,
    ) + ellipse(202, 232, 38, 44, palm);
  const cuff = rect(142, 302, 116, 42, "#4a8f62", 8) + line("M150 322H250", "#ffffff66", 3);
  return [
    PALETTES.straw,
    `<g transform="translate(46 6) rotate(12 200 220)">${hand("#d9b88a", "#c49c68")}${cuff}</g><g transform="translate(-52 6) scale(-1 1) translate(-400 0) rotate(12 200 220)">${hand("#e8cda4", "#d0ab78")}${cuff}</g>`,
  ];
}

function twine(): Drawing {
  const ball =
    circle(200, 212, 96, "#c2955a") +
    range(11)
      .map((i) =>
        line(
          `M${112 + i * 4} ${150 + i * 13}Q200 ${110 + i * 18} ${288 - i * 4} ${156 + i * 13}`,
          i % 2 ? "#a97c43" : "#dcb67e",
          5,
        ),
      )
      .join("") +
    range(7)
      .map((i) =>
        line(
          `M${146 + i * 17} ${132 - (i % 2) * 4}Q${120 + i * 27} 212 ${150 + i * 17} ${294 + (i % 2) * 4}`,
          i % 2 ? "#b48549" : "#cfa567",
          4,
        ),
      )
      .join("");
  const tin =
    path("M98 232H302L294 344H106Z", GREEN.deep) +
    path("M234 232H302L294 344H232Z", "#24543a") +
    rect(92, 222, 216, 20, "#3f8460", 6) +
    rect(146, 266, 108, 46, "#f6ecd2", 6) +
    leaf(200, 308, 36, 11, 0, GREEN.fresh);
  return [PALETTES.rose, ball + tin + line("M270 150Q330 130 338 190Q344 240 322 262", "#c2955a", 5)];
}

function compost(): Drawing {
  const bag =
    path(
      "M112 96Q120 84 136 88L264 88Q280 84 288 96L298 326Q290 346 268 344H132Q110 346 102 326Z",
      "#5a4335",
    ) + path("M112 96Q120 84 136 88L264 88Q280 84 288 96L290 132H110Z", "#463328");
  const label =
    rect(134, 160, 132, 124, "#eadfc5", 10) +
    line("M200 268V212", GREEN.leaf, 5) +
    leaf(200, 228, 44, 16, 52, GREEN.fresh) +
    leaf(200, 220, 44, 16, -52, GREEN.leaf);
  const soil = range(14).map((i) =>
    ellipse(110 + i * 14, 342 + (i % 3) * 4, 13, 8, i % 2 ? "#4b372b" : "#5f4737"),
  );
  return [PALETTES.mint, bag + label + line("M124 108H276", "#8a6e5a", 3) + soil.join("")];
}

function seaweedFeed(): Drawing {
  const bottle =
    path(
      "M150 168Q152 140 176 132V112H224V132Q248 140 250 168V324Q250 344 230 344H170Q150 344 150 324Z",
      "#2f5d50",
    ) +
    path("M224 132Q248 140 250 168V324Q250 344 230 344H214Q232 300 226 168Z", "#234840") +
    rect(172, 78, 56, 36, "#e2a53c", 8);
  const weed = [-26, 0, 26].map((x, i) =>
    line(
      `M${200 + x} 306Q${186 + x} 276 ${202 + x} 256Q${216 + x} 236 ${200 + x} ${212 + Math.abs(x) * 0.4}`,
      i === 1 ? GREEN.leaf : GREEN.deep,
      8,
    ),
  );
  return [PALETTES.sky, bottle + rect(160, 196, 80, 118, "#f4eeda", 8) + weed.join("")];
}

export const TOOLS: Record<string, () => Drawing> = {
  "hand-trowel": trowel,
  secateurs,
  "watering-can": wateringCan,
  "brass-mister": mister,
  "garden-gloves": gloves,
  "garden-twine": twine,
  "peat-free-compost": compost,
  "seaweed-feed": seaweedFeed,
};
