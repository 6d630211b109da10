import { createHmac } from "node:crypto";
import { z } from "zod";
import { findShop, type ShopRow } from "./db/shops.ts";
import { networkOf } from "./networks.server.ts";
import { rateLimit } from "./rate-limit.server.ts";
import { seePicks } from "./use-cases/picks/see-picks.ts";
import type { Services } from "./use-cases/services.ts";

export type PixelDoor = (request: Request) => Promise<Response>;

/** Who sent the request, written by the server itself over whatever was sent under this name. */
export const SENT_FROM = "x-perennial-sent-from";

const LARGEST_BODY = 8_000;
const MINUTE_MS = 60_000;
/** One page sends once or twice; many people may sit behind one address. */
const FROM_ONE_A_MINUTE = 60;
/** Counting must never take the time that orders need, and no shop's counting that of another's. */
const OF_A_SHOP_A_MINUTE = 3_000;

const told = z.strictObject({
  shop: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/),
  events: z
    .array(z.strictObject({ event: z.enum(["shown", "clicked"]), pick: z.string().max(80) }))
    .min(1)
    .max(60),
});

/** The pixel runs in a worker of no origin, so any may send; what counts is signed in each pick. */
const OPEN = { "Access-Control-Allow-Origin": "*", "Cache-Control": "no-store" };

/**
 * The door of the web pixel: which recommendations were seen. Nothing that was sent says by whom; a visitor is a keyed
 * hash of the day, the address and the browser, and each counts once a day for each recommendation. The browser is what
 * it says of itself, so that a hash of the address alone bounds what comes from there.
 */
export function pixelDoor(services: Services, { ofAShop = OF_A_SHOP_A_MINUTE } = {}): PixelDoor {
  const untilNextFromOne = rateLimit(FROM_ONE_A_MINUTE, MINUTE_MS);
  const untilNextOfAShop = rateLimit(ofAShop, MINUTE_MS);
  return async (request) => {
    if (request.method !== "POST") return new Response(null, { status: 405, headers: OPEN });
    const from = networkOf(request.headers.get(SENT_FROM) ?? "");
    if (untilNextFromOne(from) > 0) return tooMany();
    if (Number(request.headers.get("content-length") ?? Infinity) > LARGEST_BODY)
      return new Response(null, { status: 413, headers: OPEN });
    const parsed = told.safeParse(jsonOf(await request.text()));
    if (!parsed.success) return new Response(null, { status: 422, headers: OPEN });
    const shop = await findShop(services.db.sql, parsed.data.shop);
    if (shop !== null && shop.uninstalledAt === null) {
      if (untilNextOfAShop(shop.domain) > 0) return tooMany();
      const day = new Date(services.clock()).toISOString().slice(0, 10);
      const browser = request.headers.get("user-agent") ?? "";
      await seePicks(services, shop, {
        visitor: keyed(shop, `visitor ${day} ${from} ${browser}`),
        sender: keyed(shop, `sender ${day} ${from}`),
        events: parsed.data.events,
      });
    }
    return new Response(null, { status: 204, headers: OPEN });
  };
}

function tooMany(): Response {
  return new Response(null, { status: 429, headers: { ...OPEN, "Retry-After": "60" } });
}

function keyed({ salt }: ShopRow, text: string): string {
  return createHmac("sha256", salt).update(text).digest("base64url").slice(0, 16);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
