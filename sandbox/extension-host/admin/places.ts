import { z } from "zod";
import { idTokenFor } from "../../admin/launch.ts";
import type { AdminVisit } from "../../admin/handle.ts";
import { json, Refusal } from "../../http/answer.ts";
import { gid } from "../../state/ids.ts";
import { isLocale, languageOf } from "../../storefront/languages.ts";
import { listExtensions, type UiExtension } from "../extensions.ts";
import { placed } from "../places.ts";
import type { AdminState, Placed } from "../protocol.ts";

const RESOURCES = { customer: "Customer", order: "Order" } as const;

const asked = z.object({
  resource: z.enum(["customer", "order"]),
  id: z.string().regex(/^\d+$/),
});

/** What stands on the page of a customer or an order: blocks, and actions that a menu opens. */
export interface AdminPlaces {
  blocks: Placed[];
  actions: Placed[];
}

/** The app's extensions on a page of the admin, as whoever is signed in sees them; none without the app. */
export function answerExtensions(visit: AdminVisit, question: string): Response {
  if (question === "places") return json(placesOf(visit));
  if (question === "token" && visit.request.method === "POST") {
    const { sandbox, shop, staff } = visit;
    return json({ token: idTokenFor(staff, shop, sandbox) }, 200, { "cache-control": "no-store" });
  }
  throw new Refusal(`The admin does not answer "${question}" for extensions.`, 404);
}

function placesOf(visit: AdminVisit): AdminPlaces {
  const { sandbox, shop, staff, url } = visit;
  const { resource, id } = asked.parse(Object.fromEntries(url.searchParams));
  if (!sandbox.installation(shop.domain)) return { blocks: [], actions: [] };
  const language = staff.locale ?? shop.locale;
  const state: AdminState = {
    place: {
      language,
      // Staff may read the admin in a language that the shop is not published in.
      direction: isLocale(language) ? languageOf(language).direction : "ltr",
      country: shop.country,
      currency: shop.currency,
      timezone: shop.timezone,
    },
    selected: [{ id: gid(RESOURCES[resource], id) }],
  };
  const all = listExtensions(sandbox);
  const at = (kind: "block" | "action") => {
    const target = `admin.${resource}-details.${kind}.render`;
    return all
      .filter((extension) => standsAt(extension, target))
      .map((each) => placed(each, target, language, state));
  };
  return { blocks: at("block"), actions: at("action") };
}

function standsAt({ targets }: UiExtension, wanted: string): boolean {
  return targets.some(({ target }) => target === wanted);
}
