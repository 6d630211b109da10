import type { Sandbox } from "../sandbox.ts";
import { text } from "../http/answer.ts";
import { ITEMS } from "./catalogue.ts";
import { picture } from "./pictures/draw.ts";
import { HOUSE_PLANTS } from "./pictures/house-plants.ts";
import { PERENNIALS } from "./pictures/perennials.ts";
import { POTS } from "./pictures/pots.ts";
import { SEEDS } from "./pictures/seeds.ts";
import { parcel, TERRACE } from "./pictures/terrace.ts";
import { TOOLS } from "./pictures/tools.ts";

const DRAWINGS = { ...HOUSE_PLANTS, ...PERENNIALS, ...SEEDS, ...POTS, ...TOOLS, ...TERRACE };

/** Whether a product of this handle has a picture of its own. */
export function isDrawn(handle: string): boolean {
  return handle in DRAWINGS;
}

/** The drawing of a product as SVG; a parcel where there is none of its own. */
export function drawPicture(handle: string): string {
  const [palette, content] = (DRAWINGS[handle] ?? parcel)();
  return picture(palette, ITEMS.find((item) => item.handle === handle)?.title ?? "Product", content);
}

/** GET /sandbox/pictures/{handle}.svg */
export function handlePicture(request: Request, _sandbox: Sandbox): Response {
  const handle = /^\/sandbox\/pictures\/(.+)\.svg$/.exec(new URL(request.url).pathname)?.[1];
  if (handle === undefined) return text("Pictures are at /sandbox/pictures/{handle}.svg.", 404);
  const response = text(drawPicture(decodeURIComponent(handle)), 200, "image/svg+xml; charset=utf-8");
  response.headers.set("cache-control", "public, max-age=3600");
  return response;
}
